package org.pinklang.frontend.parse;

import java.nio.charset.StandardCharsets;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.source.Utf8;

/** The escape sequences of string and character literals. */
final class Escapes {
  private static final int LONGEST_UNICODE = 6;

  private Escapes() {}

  /** The end of the escape whose backslash stands at {@code start}. */
  static int end(byte[] bytes, int start, int limit) {
    if (start + 1 >= limit) {
      return limit;
    }
    byte letter = bytes[start + 1];
    if (letter == 'x') {
      return digitsEnd(bytes, start + 2, Math.min(limit, start + 4));
    }
    if (letter == 'u' && start + 2 < limit && bytes[start + 2] == '{') {
      int i = digitsEnd(bytes, start + 3, limit);
      return i < limit && bytes[i] == '}' ? i + 1 : i;
    }
    int length = Math.max(1, Utf8.sequenceLength(bytes, start + 1, limit));
    return start + 1 + length;
  }

  /** The byte or Unicode scalar value of a well-formed escape, −1 for any other. */
  static int value(byte[] bytes, int start, int end) {
    if (end - start < 2) {
      return -1;
    }
    return switch (bytes[start + 1]) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '0' -> 0;
      case '\\' -> '\\';
      case '"' -> '"';
      case '\'' -> '\'';
      case 'x' -> end - start == 4 ? hex(bytes, start + 2, end) : -1;
      case 'u' -> unicode(bytes, start, end);
      default -> -1;
    };
  }

  /** Whether the escape stands for a Unicode scalar value and not for a byte. */
  static boolean isUnicode(byte[] bytes, int start) {
    return bytes[start + 1] == 'u';
  }

  private static int unicode(byte[] bytes, int start, int end) {
    int digits = end - start - 4;
    if (digits < 1 || digits > LONGEST_UNICODE || bytes[end - 1] != '}') {
      return -1;
    }
    int value = hex(bytes, start + 3, end - 1);
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    return surrogate || value > Character.MAX_CODE_POINT ? -1 : value;
  }

  private static int hex(byte[] bytes, int start, int end) {
    int value = 0;
    for (int i = start; i < end; i++) {
      value = value << 4 | Character.digit(bytes[i], 16);
    }
    return value;
  }

  private static int digitsEnd(byte[] bytes, int start, int limit) {
    int i = start;
    while (i < limit && bytes[i] >= 0 && Character.digit(bytes[i], 16) >= 0) {
      i++;
    }
    return i;
  }

  /** Reports a malformed escape; returns whether it is well formed. */
  static boolean check(byte[] bytes, int start, int end, int limit, SyntaxErrors errors) {
    if (value(bytes, start, end) >= 0) {
      return true;
    }
    byte letter = start + 1 < limit ? bytes[start + 1] : 0;
    if (letter == 'x') {
      errors.add(errors.at(SyntaxCode.BYTE_ESCAPE, start, end));
    } else if (letter == 'u') {
      errors.add(
          errors
              .at(SyntaxCode.UNICODE_ESCAPE, start, end)
              .note("`\\u{...}` holds 1 to 6 hexadecimal digits, at most 10FFFF, no surrogate"));
    } else {
      String found = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      errors.add(
          errors
              .at(SyntaxCode.UNKNOWN_ESCAPE, start, end, found)
              .note("the escapes are \\n \\r \\t \\0 \\\\ \\\" \\' \\xHH \\u{HEX}")
              .edit(new Span(start, start), "\\", "write a backslash as `\\\\`"));
    }
    return false;
  }
}
