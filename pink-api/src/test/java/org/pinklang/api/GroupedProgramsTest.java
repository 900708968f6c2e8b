package org.pinklang.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.codegen.Grouping;
import org.pinklang.codegen.emit.CodeGenerator;

/**
 * Every program below {@code testdata/run} does what it says it does also where each function, or
 * all that is connected where it is optimised, is compiled for itself and the object of a unit is
 * put together of as many.
 */
class GroupedProgramsTest {
  private static final Path PROGRAMS = Path.of("../testdata/run");

  @TempDir static Path folder;

  private static Engine engine;
  private static ProgramCheck check;

  @BeforeAll
  static void open() {
    engine = Engine.open(new CodeGenerator(new Grouping(1, 1)));
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
