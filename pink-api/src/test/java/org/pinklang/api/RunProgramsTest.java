package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
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
  private static final boolean ACCEPT = System.getProperty("pink.accept") != null;

  /** Their output would go to the output of the tests, or they need a process of their own. */
  private static final Set<String> SILENT_FOLDERS = Set.of("exit", "integers", "panics");

  @TempDir static Path folder;

  private static Engine engine;
  private static ProgramRunner runner;

  @BeforeAll
  static void open() {
    engine = Engine.open();
    runner = new ProgramRunner(engine, folder);
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
                                program.name() + " " + level, () -> check(program, level))));
  }

  private static void check(ProgramCase program, Optimization level) throws Exception {
    CompilationResult compiled = runner.compile(program.main(), level);
    ProgramCase.Outcome outcome = runner.run(compiled, program.name() + level);
    if (ACCEPT && !outcome.equals(program.expected())) {
      program.accept(outcome);
      return;
    }
    assertThat(outcome).isEqualTo(program.expected());
    if (isSilent(program)) {
      assertThat(loaded(compiled)).isEqualTo(outcome.status() + " " + outcome.panic());
    }
  }

  private static boolean isSilent(ProgramCase program) {
    return program.expected().output().isEmpty()
        && SILENT_FOLDERS.contains(program.name().split("/")[0]);
  }

  /** What the program does when it is loaded into this process. */
  private static String loaded(CompilationResult compiled) {
    try (LoadedProgram program = compiled.load()) {
      return program.run() + " ";
    } catch (PinkExitException exit) {
      return exit.status() + " ";
    } catch (PinkPanicException panic) {
      return "101 panic: " + panic.getMessage();
    }
  }
}
