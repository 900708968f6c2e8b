package org.pinklang.api;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Compiles programs to executables and runs them as processes. */
final class ProgramRunner {
  private static final long PATIENCE_SECONDS = 60;

  private final Engine engine;
  private final Path folder;
  private final Target target;
  private final List<String> launcher;

  /** A runner on this machine that puts what it makes into a folder. */
  ProgramRunner(Engine engine, Path folder) {
    this(engine, folder, Target.host(), List.of());
  }

  /**
   * A runner that puts what it makes into a folder.
   *
   * @param launcher the command that runs executables for the target; the executable follows
   */
  ProgramRunner(Engine engine, Path folder, Target target, List<String> launcher) {
    this.engine = engine;
    this.folder = folder;
    this.target = target;
    this.launcher = launcher;
  }

  /** Compiles a program, which must not have errors. */
  CompilationResult compile(Path main, Optimization optimization) {
    return Compilation.builder()
        .sources(Sources.files(main))
        .target(target)
        .optimization(optimization)
        .engine(engine)
        .verify(true)
        .build()
        .run()
        .orThrow();
  }

  /** What a program does. */
  ProgramCase.Outcome run(CompilationResult compiled, String name)
      throws IOException, InterruptedException {
    Path base = folder.resolve(name.replace('/', '_'));
    Path executable =
        compiled.link(Link.executable(base.resolveSibling(base.getFileName() + ".out")));
    Path output = base.resolveSibling(base.getFileName() + ".stdout");
    Path errors = base.resolveSibling(base.getFileName() + ".stderr");
    List<String> command = new ArrayList<>(launcher);
    command.add(executable.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(name + " did not end");
    }
    Files.delete(executable);
    return new ProgramCase.Outcome(
        lines(output), process.exitValue(), String.join("\n", lines(errors)));
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readString(file).lines().toList();
  }
}
