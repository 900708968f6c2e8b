package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs below {@code testdata/run} do on other targets what they say they do. Each time those
 * about the standard modules and the stack, and some of the others for each target; all of them
 * with {@code -Dpink.long=true}.
 */
class TargetProgramsTest {
  private static final Path PROGRAMS = Path.of("../testdata/run");
  private static final boolean ALL = Boolean.getBoolean("pink.long");
  private static final int EACH_OF = 12;

  @TempDir static Path folder;

  private static Engine engine;

  @BeforeAll
  static void open() {
    engine = Engine.open();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> programsDoOnOtherTargetsWhatTheySay() throws IOException {
    List<ProgramCase> programs = ProgramCase.all(PROGRAMS);
    return Stream.of(ForeignTargets.values())
        .flatMap(
            foreign ->
                Stream.of(Optimization.O0, Optimization.O2)
                    .flatMap(
                        level ->
                            programs.stream()
                                .filter(program -> isRun(program, foreign, level))
                                .map(program -> test(program, foreign, level))));
  }

  private static DynamicTest test(ProgramCase program, ForeignTargets foreign, Optimization level) {
    String name = program.name() + " " + foreign + " " + level;
    return DynamicTest.dynamicTest(name, () -> assertDoesWhatItSays(program, foreign, level));
  }

  private static void assertDoesWhatItSays(
      ProgramCase program, ForeignTargets foreign, Optimization level) throws Exception {
    ProgramRunner runner = new ProgramRunner(engine, folder, foreign.target(), foreign.launcher());
    CompilationResult compiled = runner.compile(program.main(), level);
    assertThat(runner.run(compiled, program.name() + foreign + level))
        .isEqualTo(program.expected());
  }

  /** Programs that call C functions need the C library of the target. */
  private static boolean isRun(ProgramCase program, ForeignTargets foreign, Optimization level) {
    if (program.name().startsWith("extern/")) {
      return false;
    }
    boolean isAlways = program.name().startsWith("std/") || program.name().contains("out_of_stack");
    int number = program.name().hashCode() + 31 * foreign.ordinal() + level.ordinal();
    return ALL || isAlways || Math.floorMod(number, EACH_OF) == 0;
  }
}
