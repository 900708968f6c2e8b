package org.pinklang.benchmarks.builds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A table of times of one run, in Markdown: milliseconds by the clock, of the processors. */
final class Report {
  private static final double NANOS_PER_MILLI = 1e6;

  private final List<String> lines = new ArrayList<>();

  Report() {
    lines.add("| builds | after | ms | CPU ms | of a full build | of the link alone |");
    lines.add("|---|---|---:|---:|---:|---:|");
  }

  /** A line about something that is no build. */
  void add(String what, Sample sample) {
    lines.add("| %s | | %s | | |".formatted(what, times(sample)));
  }

  /** The lines about a contestant. */
  void add(Rounds rounds, Sample link) {
    String name = rounds.contestant().name();
    Sample full = rounds.full();
    lines.add("| %s | all | %s | 1 | |".formatted(name, times(full)));
    for (Edit edit : Edit.values()) {
      Sample sample = rounds.after(edit);
      lines.add(
          "| %s | %s | %s | %s | %s |"
              .formatted(
                  name, edit.words(), times(sample), ratio(sample, full), ratio(sample, link)));
    }
  }

  private static String times(Sample sample) {
    return "%s | %s".formatted(millis(sample.wallNanos()), millis(sample.cpuNanos()));
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / NANOS_PER_MILLI);
  }

  private static String ratio(Sample sample, Sample to) {
    return String.format(Locale.ROOT, "%.3f", (double) sample.wallNanos() / to.wallNanos());
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner("\n", "", "\n");
    lines.forEach(text::add);
    return text.toString();
  }
}
