package org.pinklang.frontend.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One immutable source text: its logical name and its UTF-8 bytes. Offsets are byte offsets into
 * those bytes, a byte-order mark included. Safe for any number of threads; the table of lines is
 * made at the first question for a line, and racing threads make equal ones.
 */
public final class SourceText {
  /** Lines before this offset are counted where nobody has asked for the table of lines yet. */
  private static final int NEAR = 1 << 10;

  private final String logicalName;
  private final byte[] bytes;
  private volatile int @Nullable [] lineStarts;
  private volatile @Nullable ContentHash hash;

  private SourceText(String logicalName, byte[] bytes) {
    this.logicalName = logicalName;
    this.bytes = bytes;
  }

  /** A text over {@code bytes}, which the caller must not change afterwards. */
  public static SourceText ofBytes(String logicalName, byte[] bytes) {
    return new SourceText(logicalName, bytes);
  }

  /** A text with the UTF-8 bytes of {@code text}. */
  public static SourceText of(String logicalName, String text) {
    return new SourceText(logicalName, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The name diagnostics, panics and stored results use; never a path of this machine. */
  public String logicalName() {
    return logicalName;
  }

  /** Number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** The byte at {@code offset}, −1 at the end of the text or past it. */
  public int byteAt(int offset) {
    return offset < bytes.length ? bytes[offset] & 0xFF : -1;
  }

  /** The bytes themselves, not a copy: for reading only. */
  public byte[] bytes() {
    return bytes;
  }

  /** The hash of the bytes, computed at the first call. */
  public ContentHash hash() {
    ContentHash known = hash;
    if (known == null) {
      known = ContentHash.of(bytes);
      hash = known;
    }
    return known;
  }

  /** Offset of the first byte after a byte-order mark, 0 where there is none. */
  public int contentStart() {
    boolean mark =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return mark ? 3 : 0;
  }

  /** The text of a range; malformed bytes become U+FFFD. */
  public String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Number of lines; an empty text has one. */
  public int lineCount() {
    return lineStarts().length;
  }

  /** The line, from 1, that holds {@code offset}. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Offset of the first byte of a line counted from 1. */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /** Offset after the last byte of a line, its line end not included. */
  public int lineEnd(int line) {
    int[] starts = lineStarts();
    int end = line < starts.length ? starts[line] - 1 : bytes.length;
    return end > starts[line - 1] && bytes[end - 1] == '\r' && line < starts.length ? end - 1 : end;
  }

  /** Line and column, from 1, of {@code offset}, the column in Unicode scalar values. */
  public LinePosition position(int offset) {
    return position(offset, ColumnUnit.CODE_POINT);
  }

  /** Line and column, from 1, of {@code offset}. */
  public LinePosition position(int offset, ColumnUnit unit) {
    int at = Math.min(offset, bytes.length);
    if (at < NEAR && lineStarts == null) {
      return positionNearStart(at, unit);
    }
    int line = line(at);
    return position(line, lineStart(line), at, unit);
  }

  private LinePosition positionNearStart(int at, ColumnUnit unit) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < at; i++) {
      if (bytes[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    return position(line, start, at, unit);
  }

  private LinePosition position(int line, int start, int at, ColumnUnit unit) {
    int from = line == 1 ? Math.min(at, contentStart()) : start;
    return new LinePosition(line, 1 + width(from, at, unit));
  }

  /**
   * The offset of a line and column, both from 1. Where the text has no such place: the nearest one
   * on the line, and on the nearest line.
   */
  public int offset(LinePosition position, ColumnUnit unit) {
    int line = Math.max(1, Math.min(position.line(), lineCount()));
    int at = line == 1 ? contentStart() : lineStart(line);
    int end = Math.max(at, lineEnd(line));
    int left = position.column() - 1;
    while (at < end && left > 0) {
      int next = at + 1;
      while (unit != ColumnUnit.UTF8 && next < end && (bytes[next] & 0xC0) == 0x80) {
        next++;
      }
      left -= width(at, next, unit);
      at = next;
    }
    return at;
  }

  private int width(int from, int to, ColumnUnit unit) {
    if (unit == ColumnUnit.UTF8) {
      return to - from;
    }
    int width = 0;
    for (int i = from; i < to; i++) {
      int b = bytes[i] & 0xFF;
      if ((b & 0xC0) != 0x80) {
        width += b >= 0xF0 && unit == ColumnUnit.UTF16 ? 2 : 1;
      }
    }
    return width;
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = computeLineStarts();
      lineStarts = known;
    }
    return known;
  }

  private int[] computeLineStarts() {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
