package org.pinklang.frontend.diagnostic;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;

/** Writes numbered lines of source with places underlined. */
final class Excerpt {
  private static final String CUT = "…";
  private static final int CONTEXT = 16;

  private final StringBuilder out;
  private final Paint paint;
  private final int width;
  private final int numberWidth;

  Excerpt(StringBuilder out, Paint paint, int width, int numberWidth) {
    this.out = out;
    this.paint = paint;
    this.width = width - numberWidth - 3;
    this.numberWidth = numberWidth;
  }

  /**
   * A place to underline.
   *
   * @param sign what underlines it
   * @param severity whose colour it takes; null for that of the margin
   */
  record Mark(Label label, char sign, @Nullable Severity severity) {}

  /** Shows the line in which each place begins, in the order of the text. */
  void show(SourceText text, List<Mark> marks) {
    List<Mark> ordered =
        marks.stream()
            .sorted(Comparator.comparingInt(mark -> text.line(mark.label().span().start())))
            .toList();
    int before = 0;
    for (Mark mark : ordered) {
      int line = text.line(Math.min(mark.label().span().start(), text.length()));
      DisplayLine shown = display(text, line);
      Span span = mark.label().span();
      int from = shown.cell(span.start());
      int to = Math.max(from + 1, shown.cell(Math.min(span.end(), text.lineEnd(line))));
      if (line > before + 1 && before > 0) {
        out.append(paint.margin(" ".repeat(numberWidth) + " …")).append('\n');
      }
      int left = firstCell(shown, from, to);
      if (line != before) {
        source(String.valueOf(line), shown, left);
      }
      boolean goesOn = span.end() > text.lineEnd(line);
      underline(mark, from - left, Math.min(to - left, width), goesOn);
      before = line;
    }
  }

  static DisplayLine display(SourceText text, int line) {
    int start = line == 1 ? text.contentStart() : text.lineStart(line);
    return new DisplayLine(text.bytes(), start, Math.max(start, text.lineEnd(line)));
  }

  /** The first cell shown of a line, so that a place in it can be seen. */
  private int firstCell(DisplayLine line, int from, int to) {
    if (line.width() <= width || to <= width - 1) {
      return 0;
    }
    return Math.max(0, Math.min(from - CONTEXT, line.width() - width + 1));
  }

  /** A line of source. */
  void source(String number, DisplayLine line, int left) {
    int right = Math.min(line.width(), left + width);
    boolean cut = right < line.width();
    String shown = line.cells(left > 0 ? left + 1 : 0, cut ? right - 1 : right);
    margin(number);
    out.append(left > 0 ? CUT : "").append(shown).append(cut ? CUT : "").append('\n');
  }

  private void underline(Mark mark, int from, int to, boolean goesOn) {
    String signs = String.valueOf(mark.sign()).repeat(Math.max(1, to - from)) + (goesOn ? CUT : "");
    String text = mark.label().text();
    String underlined = text.isEmpty() ? signs : signs + " " + text;
    margin("");
    out.append(" ".repeat(Math.max(0, from)));
    Severity severity = mark.severity();
    out.append(severity == null ? paint.margin(underlined) : paint.severity(severity, underlined));
    out.append('\n');
  }

  /** A line of signs under a changed line. */
  void changes(String signs) {
    margin("");
    out.append(paint.change(signs.stripTrailing())).append('\n');
  }

  /** How many cells of a line can be shown. */
  int width() {
    return width;
  }

  private void margin(String number) {
    String bar = " ".repeat(numberWidth - number.length()) + number + " |";
    out.append(paint.margin(bar)).append(' ');
  }

  /** A sentence of its own under the lines, broken between words. */
  void remark(String text) {
    String indent = " ".repeat(numberWidth + 1);
    String sign = "= ";
    int used = 0;
    out.append(indent).append(paint.margin(sign));
    for (String word : text.split(" ", -1)) {
      int length = word.codePointCount(0, word.length());
      if (used > 0 && used + 1 + length > width) {
        out.append('\n').append(indent).append("  ");
        used = 0;
      }
      out.append(used == 0 ? "" : " ").append(word);
      used += length + (used == 0 ? 0 : 1);
    }
    out.append('\n');
  }
}
