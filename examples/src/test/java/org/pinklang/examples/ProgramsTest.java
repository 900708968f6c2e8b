package org.pinklang.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinklang.api.Optimization;

/** The examples that print the same whenever they run. */
class ProgramsTest {
  @ParameterizedTest
  @CsvSource({"tour, O0", "tour, O2", "nbody, O0", "nbody, O3"})
  void printsWhatItsFileOfExpectedOutputSays(
      String name, Optimization optimization, @TempDir Path temporary) throws Exception {
    Path folder = Path.of(name).toAbsolutePath();
    PinkProgram program = PinkProgram.compile(folder, optimization, temporary);
    assertThat(program.run(""))
        .isEqualTo(new PinkProgram.Run(0, Files.readString(folder.resolve("expected.txt")), ""));
  }
}
