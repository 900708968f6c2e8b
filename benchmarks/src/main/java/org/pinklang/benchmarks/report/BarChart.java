package org.pinklang.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture of numbers as bars side by side, in SVG, readable on light and on dark ground. For one
 * thread.
 */
public final class BarChart {
  private static final int WIDTH = 760;
  private static final int NAMES = 240;
  private static final int NUMBERS = 80;
  private static final int ROW = 24;
  private static final int BAR = 16;
  private static final int TOP = 40;

  private static final String STYLE =
      """
      <style>
      text { font: 13px sans-serif; fill: #1f2328; }
      .title { font-weight: bold; }
      .number { fill: #59636e; }
      .bar { fill: #8c959f; }
      .own { fill: #d6408f; }
      @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc; }
      .number { fill: #9198a1; }
      .bar { fill: #656c76; }
      .own { fill: #f778ba; }
      }
      </style>
      """;

  private final String title;
  private final List<Bar> bars = new ArrayList<>();

  private record Bar(String name, double value, boolean own) {}

  /**
   * A picture without bars.
   *
   * @param title what the numbers are, and their unit
   */
  public BarChart(String title) {
    this.title = title;
  }

  /**
   * Adds a bar below the others.
   *
   * @param own whether it is one that the picture is about
   */
  public void add(String name, double value, boolean own) {
    bars.add(new Bar(name, value, own));
  }

  /** The picture, a whole file. */
  public String toSvg() {
    int height = TOP + bars.size() * ROW + 8;
    StringBuilder text = new StringBuilder();
    text.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\" role=\"img\">\n"
            .formatted(WIDTH, height));
    text.append("<title>%s</title>\n".formatted(escaped(title))).append(STYLE);
    text.append("<text class=\"title\" x=\"8\" y=\"22\">%s</text>\n".formatted(escaped(title)));
    double longest = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    for (int i = 0; i < bars.size(); i++) {
      append(text, bars.get(i), TOP + i * ROW, longest);
    }
    return text.append("</svg>\n").toString();
  }

  private static void append(StringBuilder text, Bar bar, int y, double longest) {
    double length = Math.max(1, bar.value / longest * (WIDTH - NAMES - NUMBERS));
    int baseline = y + BAR - 3;
    text.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
            .formatted(NAMES - 8, baseline, escaped(bar.name)));
    text.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>\n",
            bar.own ? "own" : "bar",
            NAMES,
            y,
            length,
            BAR));
    text.append(
        String.format(
            Locale.ROOT,
            "<text class=\"number\" x=\"%.1f\" y=\"%d\">%s</text>\n",
            NAMES + length + 6,
            baseline,
            Table.number(bar.value)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
