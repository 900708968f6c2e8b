package org.pinklang.codegen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A C compiler of this machine, for tests that compare with C. */
public final class CCompiler {
  private final Path program;

  private CCompiler(Path program) {
    this.program = program;
  }

  /** The compiler of a name, if it is installed. */
  public static Optional<CCompiler> find(String name) {
    return List.of("/usr/bin", "/usr/local/bin", "/bin").stream()
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(CCompiler::new);
  }

  /** Compiles C to an object. */
  public byte[] compile(String text, Path directory) {
    try {
      Path source = Files.writeString(directory.resolve("test.c"), text);
      Path object = directory.resolve("test.o");
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "-c",
                  "-O1",
                  "-fPIC",
                  "-w",
                  "-o",
                  object.toString(),
                  source.toString())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new AssertionError(output);
      }
      return Files.readAllBytes(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
