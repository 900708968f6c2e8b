package org.pinklang.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every program below {@code testdata/run} does what it says it does, as an executable without and
 * with optimisation. With {@code -Dpink.accept} what it does becomes what it says.
 */
class RunProgramsTest {
  private static final Path PROGRAMS = Path.of("../testdata/run");

  @TempDir static Path folder;

  private static Engine engine;
  private static ProgramCheck check;

  @BeforeAll
  static void open() {
    engine = Engine.open();
    check = new ProgramCheck(new ProgramRunner(engine, folder));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> programsDoWhatTheySay() throws IOException {
    return ProgramCase.all(PROGRAMS).stream()
        .flatMap(
            program ->
                Stream.of(Optimization.O0, Optimization.O2)
                    .map(
                        level ->
                            DynamicTest.dynamicTest(
                                program.name() + " " + level, () -> check.run(program, level))));
  }
}
