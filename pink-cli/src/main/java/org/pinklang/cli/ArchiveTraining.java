package org.pinklang.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Uses the command as users do, so that a JDK that looks on can keep the classes this needs in an
 * archive, from which later processes start faster. The launcher runs it once after each build.
 */
final class ArchiveTraining {
  private final Path program;
  private final Path folder;

  private ArchiveTraining(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * Compiles the folder {@code words[0]}; writes what it makes into the folder {@code words[1]}.
   */
  public static void main(String[] words) throws IOException {
    new ArchiveTraining(Path.of(words[0]), Path.of(words[1])).run();
  }

  private void run() throws IOException {
    require(ExitStatus.DONE, Main.run("--version"), "--version");
    String store = folder.resolve("store").toString();
    String executable = folder.resolve("program").toString();
    // From nothing, then with nothing to do, with everything known, and optimised.
    pink(ExitStatus.DONE, "build", program.toString(), "-o", executable, "--store", store);
    pink(ExitStatus.DONE, "build", program.toString(), "-o", executable, "--store", store);
    pink(ExitStatus.DONE, "build", program.toString(), "-o", executable, "--store", store, "-v");
    pink(ExitStatus.DONE, "build", program.toString(), "-o", executable, "--store", store, "-O2");
    Path edited = folder.resolve("edited.pink");
    Files.writeString(edited, "import std.io;\nfn main() -> Nil { io::println(\"1\"); }\n");
    pink(ExitStatus.DONE, "build", edited.toString(), "-o", executable, "--store", store);
    Files.writeString(edited, "fn more() -> Integer { return 1; }\n", StandardOpenOption.APPEND);
    pink(ExitStatus.DONE, "build", edited.toString(), "-o", executable, "--store", store);
    pink(ExitStatus.DONE, "run", edited.toString(), "--store", store);
    Files.writeString(edited, "fn wrong() -> Integer { return x; }\n", StandardOpenOption.APPEND);
    pink(ExitStatus.PROGRAM_ERRORS, "check", edited.toString(), "--store", store);
  }

  private void pink(int expected, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    Console console =
        new Console(
            stream,
            stream,
            InputStream.nullInputStream(),
            Map.of(),
            folder,
            false,
            Optional.empty());
    int status = Main.run(console, words);
    require(expected, status, List.of(words) + ": " + said.toString(StandardCharsets.UTF_8));
  }

  private static void require(int expected, int status, String what) {
    if (status != expected) {
      throw new IllegalStateException("ended with %d: %s".formatted(status, what));
    }
  }
}
