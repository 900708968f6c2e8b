package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pinklang.benchmarks.generated.Language;
import org.pinklang.benchmarks.generated.PinkText;

/** The command, a process for each build, with a store in a folder. */
final class FreshPink implements Contestant {
  static final String O0 = "pink -O0, a process";
  static final String O2 = "pink -O2, a process";

  private static final Pattern COUNTER = Pattern.compile("(?m)^([a-z ]+): (\\d+)$");
  private static final Pattern PHASE = Pattern.compile("(?m)^time (.+) ms: (\\d+)$");
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Path command;
  private final Path folder;
  private final boolean optimizing;
  private final PinkText language = new PinkText();

  FreshPink(Path command, Path folder, boolean optimizing) {
    this.command = command;
    this.folder = folder;
    this.optimizing = optimizing;
  }

  @Override
  public String name() {
    return optimizing ? O2 : O0;
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
  public boolean isIncremental() {
    return !optimizing;
  }

  @Override
  public Duration rest() {
    return WarmPink.REST;
  }

  @Override
  public void forget() throws IOException {
    Folders.delete(folder.resolve("store"));
    Files.deleteIfExists(folder.resolve("prog"));
  }

  @Override
  public Outcome build() throws IOException {
    List<String> words = new ArrayList<>(List.of(command.toString(), "build", "main.pink"));
    words.addAll(List.of("-o", "prog", "--store", "store", "--counters", "-q"));
    words.add(optimizing ? "-O2" : "-O0");
    Processes.Ended ended = Processes.run(folder, words);
    Map<String, Long> phases = numbers(PHASE, ended.said());
    phases.values().removeIf(millis -> millis == 0);
    phases.replaceAll((phase, millis) -> millis * NANOS_PER_MILLI);
    return new Outcome(ended.sample(), Outcome.UNKNOWN, numbers(COUNTER, ended.said()), phases);
  }

  private static Map<String, Long> numbers(Pattern lines, String text) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    Matcher line = lines.matcher(text);
    while (line.find()) {
      numbers.put(line.group(1), Long.valueOf(line.group(2)));
    }
    return numbers;
  }

  @Override
  public List<String> program() {
    return List.of("./prog");
  }
}
