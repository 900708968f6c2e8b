package org.pinklang.frontend.diagnostic;

import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;

/**
 * One line of a text with a place in it, fit for a terminal: cut to a width around the place, tabs
 * widened, control characters replaced.
 *
 * @param line its number
 * @param text what to show
 * @param indent columns before the place
 * @param length columns of the place on this line, at least 1
 */
record Excerpt(int line, String text, int indent, int length) {
  private static final String TAB = "    ";
  private static final String CUT = "…";
  private static final char UNPRINTABLE = '\uFFFD';

  static Excerpt of(SourceText source, Span span, int width) {
    int line = source.line(Math.min(span.start(), source.length()));
    int from = line == 1 ? source.contentStart() : source.lineStart(line);
    int to = Math.max(from, source.lineEnd(line));
    int start = Math.clamp(span.start(), from, to);
    int end = Math.clamp(span.end(), start, to);
    String before = printable(source.text(from, start));
    String marked = printable(source.text(start, end));
    String after = printable(source.text(end, to));
    return cut(line, before, marked, after, width);
  }

  private static Excerpt cut(int line, String before, String marked, String after, int width) {
    String left = before;
    int spare = Math.max(width - columns(marked), width / 4);
    if (columns(left) > spare / 2 && columns(left) + columns(marked) + columns(after) > width) {
      left = CUT + last(left, spare / 2);
    }
    String whole = left + marked + after;
    boolean tooLong = columns(whole) > width;
    String shown = tooLong ? first(whole, width - 1) + CUT : whole;
    int indent = columns(left);
    int length = Math.clamp(columns(shown) - indent, 1, Math.max(1, columns(marked)));
    return new Excerpt(line, shown, indent, length);
  }

  private static int columns(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String first(String text, int count) {
    return text.substring(0, text.offsetByCodePoints(0, Math.min(count, columns(text))));
  }

  private static String last(String text, int count) {
    return text.substring(text.offsetByCodePoints(0, Math.max(0, columns(text) - count)));
  }

  private static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t') {
                shown.append(TAB);
              } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(UNPRINTABLE);
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}
