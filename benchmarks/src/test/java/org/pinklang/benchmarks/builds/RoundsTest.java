package org.pinklang.benchmarks.builds;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinklang.benchmarks.generated.Edit;
import org.pinklang.benchmarks.generated.GeneratedProgram;

/** What is measured is what is meant to be: counts, which a run of the benchmark checks, too. */
class RoundsTest {

  @ParameterizedTest
  @EnumSource
  void eachEditIsBuiltAgainWhereItMatters(WarmPink.Use use, @TempDir Path folder)
      throws IOException {
    try (WarmPink warm = new WarmPink(folder, use)) {
      Rounds rounds = new Rounds(new GeneratedProgram(20), warm, List.of(Edit.values()));
      assertThatCode(rounds::run).doesNotThrowAnyException();
    }
  }
}
