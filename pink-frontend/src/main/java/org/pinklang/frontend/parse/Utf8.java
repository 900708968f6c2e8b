package org.pinklang.frontend.parse;

import java.util.Locale;
import org.pinklang.frontend.diagnostic.SyntaxCode;

/** Checks that bytes are UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** Reports every malformed run of bytes in a range; returns whether there is none. */
  static boolean check(byte[] bytes, int start, int end, SyntaxErrors errors) {
    boolean valid = true;
    int i = start;
    while (i < end) {
      if (bytes[i] >= 0) {
        i++;
        continue;
      }
      int length = sequenceLength(bytes, i, end);
      if (length > 0) {
        i += length;
        continue;
      }
      valid = false;
      int from = i;
      do {
        i++;
      } while (i < end && bytes[i] < 0 && sequenceLength(bytes, i, end) == 0);
      String hex = String.format(Locale.ROOT, "0x%02X", bytes[from] & 0xFF);
      errors.add(
          errors
              .at(SyntaxCode.INVALID_UTF8, from, i, hex)
              .note("Pink texts are UTF-8; save the file in that encoding"));
    }
    return valid;
  }

  /** Length of the well-formed sequence at {@code at}, 0 where there is none. */
  static int sequenceLength(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xFF;
    int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first > 0xF4 || length > end - at) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length >= 3 && !isScalar(first, bytes[at + 1] & 0xFF) ? 0 : length;
  }

  /** Whether the first two of three or four bytes begin neither a surrogate nor a long form. */
  private static boolean isScalar(int first, int second) {
    return switch (first) {
      case 0xE0 -> second >= 0xA0;
      case 0xED -> second < 0xA0;
      case 0xF0 -> second >= 0x90;
      case 0xF4 -> second < 0x90;
      default -> true;
    };
  }
}
