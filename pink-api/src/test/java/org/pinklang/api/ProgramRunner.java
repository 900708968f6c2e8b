package org.pinklang.api;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Compiles programs to executables and runs them as processes. */
final class ProgramRunner {
  private static final long PATIENCE_SECONDS = 60;

  private final Engine engine;
  private final Path folder;

  /** A runner that puts what it makes into a folder. */
  ProgramRunner(Engine engine, Path folder) {
    this.engine = engine;
    this.folder = folder;
  }

  /** Compiles a program, which must not have errors. */
  CompilationResult compile(Path main, Optimization optimization) {
    return Compilation.builder()
        .sources(Sources.files(main))
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
    Process process =
        new ProcessBuilder(executable.toString())
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
