package org.pinklang.benchmarks.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinklang.benchmarks.generated.Edit;
import org.pinklang.benchmarks.generated.GeneratedProgram;
import org.pinklang.benchmarks.generated.Shape;

/**
 * What is measured is what is meant to be: each build compiles what its edit calls for, which
 * rounds check by counters, and the program does the same in every language.
 */
class ShapesTest {
  private static final int SIZE = 12;

  @ParameterizedTest
  @EnumSource
  void everyShapeIsBuiltAndGivesTheSameInAllLanguages(Shape shape, @TempDir Path folder)
      throws IOException {
    GeneratedProgram program = new GeneratedProgram(shape, SIZE);
    try (WarmPink warm = new WarmPink(folder.resolve("pink"), WarmPink.Use.LINKED)) {
      List<Rounds> all = new ArrayList<>();
      all.add(new Rounds(program, warm, List.of(Edit.values())));
      for (Contestant other : OtherCompilers.installedInOneProcess(folder)) {
        if (other.language().has(shape)) {
          all.add(Rounds.fromNothing(program, other));
        }
      }
      for (Rounds rounds : all) {
        rounds.run();
      }
      Rounds.requireEqualResults(all);
      assertThat(all.get(0).printed()).matches("\\d+");
    }
  }
}
