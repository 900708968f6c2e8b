package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs commands and measures them, with GNU {@code time}: it alone among what shells can call says
 * how much memory a process had. Where it is missing, the shell says what the processors did.
 */
public final class Processes {
  private static final Path GNU_TIME = Path.of("/usr/bin/time");
  private static final String BY_SHELL =
      "file=$1; shift; \"$@\"; status=$?; times >\"$file\"; exit $status";
  private static final double NANOS = 1e9;

  private Processes() {}

  /**
   * What became of a command.
   *
   * @param said what it wrote to both its outputs
   */
  public record Ended(Sample sample, String said) {}

  /**
   * Runs a command.
   *
   * @throws IllegalStateException if it fails
   */
  public static Ended run(Path folder, List<String> command) throws IOException {
    return run(folder, command, Map.of());
  }

  /**
   * Runs a command with further variables in its environment.
   *
   * @throws IllegalStateException if it fails
   */
  static Ended run(Path folder, List<String> command, Map<String, String> environment)
      throws IOException {
    Path figures = Files.createTempFile("pink-measured-", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(measured(figures, command));
      builder.environment().putAll(environment);
      long start = System.nanoTime();
      Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = waitFor(process);
      long wall = System.nanoTime() - start;
      if (status != 0) {
        throw new IllegalStateException(command + " failed with " + status + ":\n" + said);
      }
      return new Ended(sample(wall, Files.readString(figures)), said);
    } finally {
      Files.delete(figures);
    }
  }

  private static List<String> measured(Path figures, List<String> command) {
    List<String> measured = new ArrayList<>();
    if (Files.isExecutable(GNU_TIME)) {
      measured.addAll(List.of(GNU_TIME.toString(), "-q", "-f", "%U %S %M", "-o"));
    } else {
      measured.addAll(List.of("sh", "-c", BY_SHELL, "sh"));
    }
    measured.add(figures.toString());
    measured.addAll(command);
    return measured;
  }

  private static Sample sample(long wall, String figures) {
    String[] words = figures.strip().split("\\s+", -1);
    if (Files.isExecutable(GNU_TIME)) {
      double seconds = Double.parseDouble(words[0]) + Double.parseDouble(words[1]);
      return new Sample(wall, (long) (seconds * NANOS), Long.parseLong(words[2]));
    }
    double seconds = seconds(words[2]) + seconds(words[3]);
    return new Sample(wall, (long) (seconds * NANOS), 0);
  }

  /** A duration as shells write it: minutes, {@code m}, seconds, {@code s}. */
  private static double seconds(String duration) {
    int m = duration.indexOf('m');
    return 60 * Double.parseDouble(duration.substring(0, m))
        + Double.parseDouble(duration.substring(m + 1, duration.length() - 1));
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

  /** Whether there is a command of a name. */
  public static boolean exists(String command) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  /** The first line that a command says, where there is such a command. */
  public static Optional<String> firstLine(String... command) throws IOException {
    if (!exists(command[0])) {
      return Optional.empty();
    }
    return run(Path.of("").toAbsolutePath(), List.of(command)).said().lines().findFirst();
  }
}
