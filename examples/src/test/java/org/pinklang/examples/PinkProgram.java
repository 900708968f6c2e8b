package org.pinklang.examples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.pinklang.api.Compilation;
import org.pinklang.api.Link;
import org.pinklang.api.Optimization;
import org.pinklang.api.Sources;

/** An example in Pink, linked to an executable that is run as a user would. */
record PinkProgram(Path executable) {

  /** How a run ended, and what it wrote. */
  record Run(int status, String output, String errors) {}

  static PinkProgram compile(Path folder, Optimization optimization, Path to) throws IOException {
    Path executable =
        Compilation.builder()
            .sources(Sources.directory(folder))
            .optimization(optimization)
            .build()
            .run()
            .orThrow()
            .link(Link.executable(to.resolve(folder.getFileName() + "-" + optimization)));
    return new PinkProgram(executable);
  }

  Run run(String input, String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile(executable.getParent(), "output", ".txt");
    Path errors = Files.createTempFile(executable.getParent(), "errors", ".txt");
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try (OutputStream pipe = process.getOutputStream()) {
      pipe.write(input.getBytes(StandardCharsets.UTF_8));
    }
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(executable + " does not end");
    }
    return new Run(process.exitValue(), Files.readString(output), Files.readString(errors));
  }
}
