package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs commands and measures them. */
final class Processes {
  /** The shell knows what its children and theirs took. */
  private static final String MEASURED = "\"$@\"; status=$?; times >&2; exit $status";

  private static final Pattern CHILDREN =
      Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*\\z");
  private static final double NANOS = 1e9;

  private Processes() {}

  /**
   * What became of a command.
   *
   * @param said what it wrote to both its outputs
   */
  record Ended(Sample sample, String said) {}

  /**
   * Runs a command.
   *
   * @throws IllegalStateException if it fails
   */
  static Ended run(Path folder, List<String> command) throws IOException {
    List<String> measured = new ArrayList<>(List.of("sh", "-c", MEASURED, "sh"));
    measured.addAll(command);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(measured).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = waitFor(process);
    long wall = System.nanoTime() - start;
    if (status != 0) {
      throw new IllegalStateException(command + " failed with " + status + ":\n" + said);
    }
    return new Ended(new Sample(wall, cpu(said)), said);
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static long cpu(String said) {
    Matcher times = CHILDREN.matcher(said);
    if (!times.find()) {
      return 0;
    }
    double user = 60 * Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2));
    double system = 60 * Double.parseDouble(times.group(3)) + Double.parseDouble(times.group(4));
    return (long) ((user + system) * NANOS);
  }

  /** Whether there is a command of a name. */
  static boolean exists(String command) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }
}
