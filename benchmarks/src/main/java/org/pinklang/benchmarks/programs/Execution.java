package org.pinklang.benchmarks.programs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that has ended well.
 *
 * @param output what it wrote to its output
 * @param errors what it wrote to its other one
 */
record Execution(String output, String errors) {
  /** The shell knows to a millisecond what its child took of the processor, itself excepted. */
  private static final List<String> TIMED =
      List.of("bash", "-c", "TIMEFORMAT=%3U; time \"$@\"", "bash", "taskset", "-c", "0");

  private static final List<String> COUNTED =
      List.of("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null");

  private static final Pattern SECONDS = Pattern.compile("([\\d.]+)\\s*\\z");
  private static final Pattern INSTRUCTIONS = Pattern.compile("I\\s+refs:\\s+([\\d,]+)");

  /**
   * Runs a command.
   *
   * @throws IllegalStateException if it fails
   */
  static Execution run(List<String> command) throws IOException {
    Path errors = Files.createTempFile("errors", ".txt");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Execution ended = new Execution(output, Files.readString(errors));
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(command + " ended with " + status + ": " + ended);
      }
      return ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      Files.delete(errors);
    }
  }

  /** Runs an executable on one processor, so that {@link #userSeconds} is known. */
  static Execution timed(Path executable) throws IOException {
    return run(with(TIMED, executable.toString()));
  }

  /** Runs an executable for a size, so that {@link #instructions} is known. */
  static Execution counted(Path executable, int size) throws IOException {
    return run(with(COUNTED, executable.toString(), Integer.toString(size)));
  }

  private static List<String> with(List<String> prefix, String... rest) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of(rest));
    return command;
  }

  /** The seconds of the processor that a timed run took. */
  double userSeconds() {
    return Double.parseDouble(find(SECONDS));
  }

  /** The instructions that a counted run executed. */
  long instructions() {
    return Long.parseLong(find(INSTRUCTIONS).replace(",", ""));
  }

  private String find(Pattern pattern) {
    Matcher matcher = pattern.matcher(errors);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in " + errors);
    }
    return matcher.group(1);
  }
}
