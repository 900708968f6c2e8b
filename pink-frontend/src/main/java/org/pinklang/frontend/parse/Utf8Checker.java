package org.pinklang.frontend.parse;

import java.util.Locale;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.Utf8;

/** Reports bytes that are not UTF-8. */
final class Utf8Checker {
  private Utf8Checker() {}

  /** Reports every malformed run of bytes in a range; returns whether there is none. */
  static boolean check(byte[] bytes, int start, int end, SyntaxErrors errors) {
    boolean valid = true;
    int i = start;
    while (i < end) {
      if (bytes[i] >= 0) {
        i++;
        continue;
      }
      int length = Utf8.sequenceLength(bytes, i, end);
      if (length > 0) {
        i += length;
        continue;
      }
      valid = false;
      int from = i;
      do {
        i++;
      } while (i < end && bytes[i] < 0 && Utf8.sequenceLength(bytes, i, end) == 0);
      String hex = String.format(Locale.ROOT, "0x%02X", bytes[from] & 0xFF);
      errors.add(
          errors
              .at(SyntaxCode.INVALID_UTF8, from, i, hex)
              .note("Pink texts are UTF-8; save the file in that encoding"));
    }
    return valid;
  }
}
