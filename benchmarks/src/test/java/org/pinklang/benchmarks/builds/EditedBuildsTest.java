package org.pinklang.benchmarks.builds;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured is what is meant to be: counts, which a run of the benchmark checks, too. */
class EditedBuildsTest {

  @Test
  void eachEditIsBuiltAgainWhereItMatters(@TempDir Path folder) throws IOException {
    GeneratedProgram program = new GeneratedProgram(20);
    try (WarmPink warm = new WarmPink(folder)) {
      Rounds rounds = new Rounds(program, warm);
      assertThatCode(() -> rounds.run(0)).doesNotThrowAnyException();
      assertThatCode(() -> rounds.run(1)).doesNotThrowAnyException();
    }
  }
}
