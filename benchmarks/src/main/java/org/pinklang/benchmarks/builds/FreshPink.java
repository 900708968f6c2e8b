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

/**
 * The command, a process for each build, with a store in a folder. One that is asked for counters
 * always builds, so that what a build does is counted by another one beside it, of the same files
 * with a store of its own, which is not timed.
 */
final class FreshPink implements Contestant {
  static final String O0 = "pink -O0, a process";
  static final String O2 = "pink -O2, a process";

  private static final Pattern COUNTER = Pattern.compile("(?m)^([a-z ]+): (\\d+)$");
  private static final Pattern PHASE = Pattern.compile("(?m)^time (.+) ms: (\\d+)$");
  private static final long NANOS_PER_MILLI = 1_000_000;

  private static final String TIMED = "";
  private static final String COUNTED = "-counted";

  private final Path command;
  private final Path folder;
  private final boolean optimizing;
  private final PinkText language = new PinkText();

  /** Whether a build from nothing was counted; at -O2 that takes long enough once. */
  private boolean isCounted;

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
    for (String suffix : List.of(TIMED, COUNTED)) {
      Folders.delete(folder.resolve("store" + suffix));
      Files.deleteIfExists(folder.resolve("prog" + suffix));
    }
  }

  @Override
  public Outcome build() throws IOException {
    Sample sample = Processes.run(folder, words(TIMED)).sample();
    if (optimizing && isCounted) {
      return Outcome.of(sample);
    }
    isCounted = true;
    List<String> words = words(COUNTED);
    words.add("--counters");
    String said = Processes.run(folder, words).said();
    Map<String, Long> phases = numbers(PHASE, said);
    phases.values().removeIf(millis -> millis == 0);
    phases.replaceAll((phase, millis) -> millis * NANOS_PER_MILLI);
    return new Outcome(sample, Outcome.UNKNOWN, numbers(COUNTER, said), phases);
  }

  private List<String> words(String suffix) {
    List<String> words = new ArrayList<>(List.of(command.toString(), "build", "main.pink"));
    words.addAll(List.of("-o", "prog" + suffix, "--store", "store" + suffix, "-q"));
    words.add(optimizing ? "-O2" : "-O0");
    return words;
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
