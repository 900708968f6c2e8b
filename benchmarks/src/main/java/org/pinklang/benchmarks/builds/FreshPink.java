package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command, a process for each build, with a store in a folder. */
final class FreshPink implements Contestant {
  private final Path command;
  private final Path folder;
  private final PinkText language = new PinkText();

  FreshPink(Path command, Path folder) {
    this.command = command;
    this.folder = folder;
  }

  @Override
  public String name() {
    return "pink, a process";
  }

  @Override
  public Language language() {
    return language;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void forget() throws IOException {
    Folders.delete(folder.resolve("store"));
    Files.deleteIfExists(folder.resolve("prog"));
  }

  /** A process that loads the command and compiles nothing. */
  Sample start() throws IOException {
    return Processes.run(folder, List.of(command.toString(), "--version")).sample();
  }

  @Override
  public Outcome build() throws IOException {
    Processes.Ended ended =
        Processes.run(
            folder,
            List.of(
                command.toString(),
                "build",
                "main.pink",
                "-o",
                "prog",
                "--store",
                "store",
                "--counters",
                "-q"));
    return new Outcome(ended.sample(), counters(ended.said()));
  }

  private static Map<String, Long> counters(String text) {
    Map<String, Long> counters = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon > 0 && line.substring(colon + 2).matches("\\d+")) {
        counters.put(line.substring(0, colon), Long.valueOf(line.substring(colon + 2)));
      }
    }
    return counters;
  }

  @Override
  public void close() {
    // Each process has ended with its build.
  }
}
