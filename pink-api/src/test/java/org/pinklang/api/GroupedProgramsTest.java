package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Every program below {@code testdata/run} does what it says it does also where each function is
 * compiled for itself and the object of a unit is put together of as many.
 */
class GroupedProgramsTest {
  private static final Path PROGRAMS = Path.of("../testdata/run");

  @TempDir static Path folder;

  private static Engine engine;
  private static ProgramRunner runner;

  @BeforeAll
  static void open() {
    engine = Engine.open(new CodeGenerator(new Grouping(1, 1)));
    runner = new ProgramRunner(engine, folder);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> programsDoWhatTheySay() throws IOException {
    return ProgramCase.all(PROGRAMS).stream()
        .map(program -> DynamicTest.dynamicTest(program.name(), () -> check(program)));
  }

  private static void check(ProgramCase program) throws Exception {
    CompilationResult compiled = runner.compile(program.main(), Optimization.O0);
    assertThat(runner.run(compiled, program.name())).isEqualTo(program.expected());
  }
}
