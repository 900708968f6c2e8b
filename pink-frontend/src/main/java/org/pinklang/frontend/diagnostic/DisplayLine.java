package org.pinklang.frontend.diagnostic;

import java.util.Arrays;
import org.pinklang.frontend.source.Utf8;

/**
 * One line of a text as a terminal shows it: tabs as spaces, what would not be seen or would move
 * the cursor as a sign of its own, and for each byte the cell in which it begins.
 */
final class DisplayLine {
  private static final int TAB = 4;
  private static final int REPLACEMENT = 0xFFFD;

  private final StringBuilder shown = new StringBuilder();
  private final int[] cellOfByte;
  private final int start;
  private int[] cellOfChar = new int[64];
  private int cells;

  /** The line whose bytes lie from {@code start} to {@code end}. */
  DisplayLine(byte[] bytes, int start, int end) {
    this.start = start;
    this.cellOfByte = new int[end - start + 1];
    int i = start;
    while (i < end) {
      int length = Utf8.sequenceLength(bytes, i, end);
      Arrays.fill(cellOfByte, i - start, i - start + Math.max(1, length), cells);
      append(length == 0 ? REPLACEMENT : Utf8.scalar(bytes, i, length));
      i += Math.max(1, length);
    }
    cellOfByte[end - start] = cells;
  }

  private void append(int character) {
    if (character == '\t') {
      do {
        put(' ', 1);
      } while (cells % TAB != 0);
      return;
    }
    boolean hidden = Character.isISOControl(character) || isFormat(character);
    put(hidden ? REPLACEMENT : character, hidden ? 1 : DisplayWidth.of(character));
  }

  /** Whether a character changes the direction of text or joins nothing visible. */
  private static boolean isFormat(int character) {
    return Character.getType(character) == Character.FORMAT && character != 0x200D;
  }

  private void put(int character, int width) {
    int length = shown.length() + Character.charCount(character);
    if (length >= cellOfChar.length) {
      cellOfChar = Arrays.copyOf(cellOfChar, length * 2);
    }
    Arrays.fill(cellOfChar, shown.length(), length, cells);
    shown.appendCodePoint(character);
    cells += width;
  }

  /** Number of cells. */
  int width() {
    return cells;
  }

  /** The cell in which the byte at an offset of the text begins. */
  int cell(int offset) {
    return cellOfByte[Math.clamp(offset - start, 0, cellOfByte.length - 1)];
  }

  /** The characters that lie wholly in a range of cells. */
  String cells(int from, int to) {
    int first = 0;
    while (first < shown.length() && cellOfChar[first] < from) {
      first++;
    }
    int last = first;
    while (last < shown.length() && endOf(last) <= to) {
      last++;
    }
    return shown.substring(first, last);
  }

  private int endOf(int charIndex) {
    int next = charIndex + 1;
    while (next < shown.length() && cellOfChar[next] == cellOfChar[charIndex]) {
      next++;
    }
    return next < shown.length() ? cellOfChar[next] : cells;
  }
}
