package org.pinklang.frontend.source;

/** How UTF-8 is put together. */
public final class Utf8 {
  /** Bytes of the longest sequence. */
  static final int LONGEST = 4;

  private static final int LAST_FIRST_BYTE = 0xF4;

  private Utf8() {}

  /** Length of the well-formed sequence at {@code at}, 0 where there is none before {@code end}. */
  public static int sequenceLength(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xFF;
    int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first > LAST_FIRST_BYTE || length > end - at) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length >= 3 && !isShortest(first, bytes[at + 1] & 0xFF) ? 0 : length;
  }

  /** Whether the first two of three or four bytes begin neither a surrogate nor a long form. */
  private static boolean isShortest(int first, int second) {
    return switch (first) {
      case 0xE0 -> second >= 0xA0;
      case 0xED -> second < 0xA0;
      case 0xF0 -> second >= 0x90;
      case 0xF4 -> second < 0x90;
      default -> true;
    };
  }

  /** The scalar value of the well-formed sequence of {@code length} bytes at {@code at}. */
  public static int scalar(byte[] bytes, int at, int length) {
    if (length == 1) {
      return bytes[at];
    }
    int value = bytes[at] & 0x7F >> length;
    for (int i = 1; i < length; i++) {
      value = value << 6 | bytes[at + i] & 0x3F;
    }
    return value;
  }
}
