package org.pinklang.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.pinklang.api.Store;

/**
 * Where the command reads and writes, and what it knows of its surroundings.
 *
 * @param out for results
 * @param err for diagnostics and progress
 * @param in standard input
 * @param environment variables
 * @param folder the working directory
 * @param terminal whether {@code err} is shown by a terminal
 * @param cacheFolder where the user's programs keep what they can make again, if there is such
 */
record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> environment,
    Path folder,
    boolean terminal,
    Optional<Path> cacheFolder) {
  private static final int USUAL_WIDTH = 100;

  /** The process's own. */
  static Console ofProcess() {
    return new Console(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.in,
        System.getenv(),
        Path.of("").toAbsolutePath(),
        isTerminal(),
        Store.userCacheFolder());
  }

  /** Diagnostics are UTF-8 like the sources, whatever the locale. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Java cannot tell what standard error is; Linux can. */
  private static boolean isTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Whether colours are wanted where the user leaves it to us. */
  boolean wantsColour() {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Columns of the terminal. */
  int width() {
    try {
      return Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
    } catch (NumberFormatException e) {
      return USUAL_WIDTH;
    }
  }

  /** A path as a user would write it: relative to the working directory when below it. */
  String shown(String path) {
    try {
      Path absolute = folder.resolve(path).normalize();
      if (!absolute.startsWith(folder)) {
        return path;
      }
      String relative = folder.relativize(absolute).toString();
      return relative.isEmpty() ? "." : relative;
    } catch (InvalidPathException e) {
      return path; // a name that the encoding of file names cannot spell
    }
  }
}
