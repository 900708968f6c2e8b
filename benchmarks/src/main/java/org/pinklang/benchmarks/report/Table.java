package org.pinklang.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A table in Markdown; numbers are aligned right. For one thread. */
public final class Table {
  private final List<String> titles;
  private final int texts;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param texts how many of the first columns hold no numbers
   */
  public Table(int texts, List<String> titles) {
    this.texts = texts;
    this.titles = List.copyOf(titles);
  }

  /** Adds a row, which has a cell for each title. */
  public void add(String... cells) {
    add(Arrays.asList(cells));
  }

  /** Adds a row, which has a cell for each title. */
  public void add(List<String> cells) {
    if (cells.size() != titles.size()) {
      throw new IllegalArgumentException(cells + " are not " + titles);
    }
    rows.add(List.copyOf(cells));
  }

  /** A number as cells show it: with as many digits as a reader can use. */
  public static String number(double value) {
    String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  /** A count as cells show it. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, titles);
    text.append('|');
    for (int column = 0; column < titles.size(); column++) {
      text.append(column < texts ? "---|" : "---:|");
    }
    text.append('\n');
    rows.forEach(row -> append(text, row));
    return text.toString();
  }

  private static void append(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
