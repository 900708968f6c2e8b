package org.pinklang.frontend.source;

import java.util.Arrays;

/**
 * Where the lines of a text begin and which of its characters are more than one byte: enough to
 * tell line and column of every offset without the text. Immutable.
 *
 * <p>A <em>run</em> is a sequence of characters of equal size in bytes, more than one each.
 */
public final class LineTable {
  /** The table of an empty text, in which every offset is at its beginning. */
  public static final LineTable EMPTY =
      new LineTable(0, 0, new int[1], new int[0], new int[0], new int[0]);

  private final int length;
  private final int contentStart;
  private final int[] lineStarts;
  private final int[] runStarts;
  private final int[] runSizes;
  private final int[] runCounts;
  private final int[] uncountedBefore;

  /**
   * A table.
   *
   * @param length number of bytes of the text
   * @param contentStart offset of the first byte after a byte-order mark
   * @param lineStarts offset of the first byte of every line, ascending, the first 0
   * @param runStarts where each run starts, ascending, none within another
   * @param runSizes bytes of each of its characters, at least two
   * @param runCounts number of its characters, at least one
   */
  public LineTable(
      int length,
      int contentStart,
      int[] lineStarts,
      int[] runStarts,
      int[] runSizes,
      int[] runCounts) {
    this.length = length;
    this.contentStart = contentStart;
    this.lineStarts = lineStarts;
    this.runStarts = runStarts;
    this.runSizes = runSizes;
    this.runCounts = runCounts;
    this.uncountedBefore = new int[runStarts.length];
    for (int i = 1; i < runStarts.length; i++) {
      uncountedBefore[i] = uncountedBefore[i - 1] + (runSizes[i - 1] - 1) * runCounts[i - 1];
    }
  }

  /** The table of a text. */
  public static LineTable of(SourceText text) {
    return new LineTableBuilder(text).build();
  }

  /** Number of bytes of the text. */
  public int length() {
    return length;
  }

  /** Offset of the first byte after a byte-order mark, 0 where there is none. */
  public int contentStart() {
    return contentStart;
  }

  /** Number of lines; an empty text has one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** Offset of the first byte of a line counted from 1. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** Number of runs. */
  public int runCount() {
    return runStarts.length;
  }

  /** Offset of the first byte of a run counted from 0. */
  public int runStart(int run) {
    return runStarts[run];
  }

  /** Bytes of each character of a run. */
  public int runSize(int run) {
    return runSizes[run];
  }

  /** Number of characters of a run. */
  public int runLength(int run) {
    return runCounts[run];
  }

  /** Line and column, from 1, of {@code offset}, the column in Unicode scalar values. */
  public LinePosition position(int offset) {
    return position(offset, ColumnUnit.CODE_POINT);
  }

  /** Line and column, from 1, of {@code offset}. */
  public LinePosition position(int offset, ColumnUnit unit) {
    int at = Math.min(offset, length);
    int found = Arrays.binarySearch(lineStarts, at);
    int line = found >= 0 ? found + 1 : -found - 1;
    int from = line == 1 ? Math.min(at, contentStart) : lineStarts[line - 1];
    int width =
        switch (unit) {
          case UTF8 -> at - from;
          case CODE_POINT -> at - from - (uncounted(at) - uncounted(from));
          case UTF16 -> at - from - (uncounted(at) - uncounted(from)) + surrogates(from, at);
        };
    return new LinePosition(line, 1 + width);
  }

  /** How many bytes before {@code at} are not the first of their character. */
  private int uncounted(int at) {
    int run = lastRunBefore(at);
    if (run < 0) {
      return 0;
    }
    int bytes = Math.min(at - runStarts[run], runSizes[run] * runCounts[run]);
    return uncountedBefore[run] + bytes - begun(bytes, runSizes[run]);
  }

  /** How many characters of four bytes begin in a range. */
  private int surrogates(int from, int to) {
    int count = 0;
    for (int run = lastRunBefore(to); run >= 0 && runStarts[run] >= from; run--) {
      if (runSizes[run] == Utf8.LONGEST) {
        int bytes = Math.min(to - runStarts[run], Utf8.LONGEST * runCounts[run]);
        count += begun(bytes, Utf8.LONGEST);
      }
    }
    return count;
  }

  private static int begun(int bytes, int size) {
    return (bytes + size - 1) / size;
  }

  private int lastRunBefore(int at) {
    int found = Arrays.binarySearch(runStarts, at);
    return found >= 0 ? found - 1 : -found - 2;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LineTable that
        && length == that.length
        && contentStart == that.contentStart
        && Arrays.equals(lineStarts, that.lineStarts)
        && Arrays.equals(runStarts, that.runStarts)
        && Arrays.equals(runSizes, that.runSizes)
        && Arrays.equals(runCounts, that.runCounts);
  }

  @Override
  public int hashCode() {
    return length * 31 + Arrays.hashCode(lineStarts);
  }
}
