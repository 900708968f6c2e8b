package org.pinklang.benchmarks.programs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown: what each toolchain takes, and its ratio to what the first one takes. */
final class Table {
  private static final Toolchain[] TOOLCHAINS = Toolchain.values();

  private final List<String> lines = new ArrayList<>();
  private final double[] logarithms = new double[TOOLCHAINS.length];

  /** What is compared. */
  interface Measure {
    double of(Comparison comparison, Toolchain toolchain) throws IOException;
  }

  /**
   * Measures everything.
   *
   * @param format of a number that was measured
   */
  static String of(List<Comparison> comparisons, Measure measure, String format)
      throws IOException {
    Table table = new Table();
    table.addHead();
    for (Comparison comparison : comparisons) {
      table.addRow(comparison, measure, format);
    }
    table.addMeans(comparisons.size());
    return String.join("\n", table.lines) + "\n";
  }

  private void addHead() {
    StringBuilder titles = new StringBuilder("| program | " + TOOLCHAINS[0].title() + " |");
    StringBuilder rule = new StringBuilder("|---|---:|");
    for (int i = 1; i < TOOLCHAINS.length; i++) {
      titles.append(' ').append(TOOLCHAINS[i].title()).append(" | ratio |");
      rule.append("---:|---:|");
    }
    lines.add(titles.toString());
    lines.add(rule.toString());
  }

  private void addRow(Comparison comparison, Measure measure, String format) throws IOException {
    double base = measure.of(comparison, TOOLCHAINS[0]);
    StringBuilder row = new StringBuilder("| " + comparison.workload().folder() + " | ");
    row.append(String.format(Locale.ROOT, format, base)).append(" |");
    for (int i = 1; i < TOOLCHAINS.length; i++) {
      double value = measure.of(comparison, TOOLCHAINS[i]);
      row.append(' ').append(String.format(Locale.ROOT, format, value));
      row.append(String.format(Locale.ROOT, " | %.3f |", value / base));
      logarithms[i] += Math.log(value / base);
    }
    lines.add(row.toString());
  }

  private void addMeans(int rows) {
    StringBuilder row = new StringBuilder("| geometric mean | |");
    for (int i = 1; i < TOOLCHAINS.length; i++) {
      row.append(String.format(Locale.ROOT, " | %.3f |", Math.exp(logarithms[i] / rows)));
    }
    lines.add(row.toString());
  }
}
