package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.pinklang.link.object.LoadableObject;
import org.pinklang.link.object.MalformedObjectException;

/**
 * Runs programs of {@code testdata/run} as executables, and in this process those that can. With
 * {@code -Dpink.accept} what they do becomes what they say.
 */
record ProgramCheck(ProgramRunner runner) {
  private static final boolean ACCEPT = System.getProperty("pink.accept") != null;

  /** Their output would go to the output of the tests, or they need a process of their own. */
  private static final Set<String> SILENT_FOLDERS = Set.of("exit", "integers", "panics");

  void run(ProgramCase program, Optimization level) throws Exception {
    CompilationResult compiled = runner.compile(program.main(), level);
    ProgramCase.Outcome outcome = runner.run(compiled, program.name() + level);
    if (ACCEPT && !outcome.equals(program.expected())) {
      program.accept(outcome);
      return;
    }
    assertThat(outcome).isEqualTo(program.expected());
    assertThat(compiled.objects()).allMatch(ProgramCheck::isLoadable);
    assertThat(compiled.standardObjects()).allMatch(ProgramCheck::isLoadable);
    if (isSilent(program)) {
      assertThat(loaded(compiled)).isEqualTo(outcome.status() + " " + outcome.panic());
    }
  }

  /** Whether an object is loaded without LLVM's JIT, where its target is one that is loaded. */
  private static boolean isLoadable(ObjectFile object) {
    try {
      return !object.target().canRun() || LoadableObject.of(object.sharedBytes()).isPresent();
    } catch (MalformedObjectException e) {
      throw new AssertionError(object.name(), e);
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
