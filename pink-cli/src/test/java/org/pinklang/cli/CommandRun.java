package org.pinklang.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One run of the command in this process.
 *
 * @param status the exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record CommandRun(int status, String out, String err) {

  /** Runs the command in a folder, with nothing in its environment, no cache and no terminal. */
  public static CommandRun in(Path folder, String... arguments) {
    return run(folder, Map.of(), false, "", Optional.empty(), arguments);
  }

  /** Runs the command for a user whose programs keep what they can make again in a folder. */
  static CommandRun withCache(Path folder, Path cacheFolder, String... arguments) {
    return run(folder, Map.of(), false, "", Optional.of(cacheFolder), arguments);
  }

  /** Runs the command with a text as its standard input. */
  static CommandRun withInput(Path folder, String input, String... arguments) {
    return run(folder, Map.of(), false, input, Optional.empty(), arguments);
  }

  /** Runs the command as a terminal would show it. */
  static CommandRun onTerminal(Path folder, Map<String, String> environment, String... arguments) {
    return run(folder, environment, true, "", Optional.empty(), arguments);
  }

  private static CommandRun run(
      Path folder,
      Map<String, String> environment,
      boolean terminal,
      String input,
      Optional<Path> cacheFolder,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            environment,
            folder,
            terminal,
            cacheFolder);
    int status = Main.run(console, arguments);
    return new CommandRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
