package org.pinklang.frontend.parse;

import java.nio.charset.StandardCharsets;

/** The values of literals whose form has been checked; a malformed one has some value. */
final class Literals {
  private Literals() {}

  /** The radix that the letter after a zero chooses, 10 for any other byte. */
  static int radix(int letter) {
    return switch (letter) {
      case 'x' -> 16;
      case 'b' -> 2;
      case 'o' -> 8;
      default -> 10;
    };
  }

  /** The low 64 bits of an integer literal. */
  static long integer(byte[] bytes, int start, int end) {
    boolean prefixed = end - start > 2 && bytes[start + 1] > '9' && bytes[start + 1] != '_';
    return prefixed ? prefixed(bytes, start, end) : decimal(bytes, start, end);
  }

  private static long decimal(byte[] bytes, int start, int end) {
    long value = 0;
    for (int i = start; i < end; i++) {
      if (bytes[i] != '_') {
        value = value * 10 + bytes[i] - '0';
      }
    }
    return value;
  }

  private static long prefixed(byte[] bytes, int start, int end) {
    int radix = radix(bytes[start + 1]);
    long value = 0;
    for (int i = start + 2; i < end; i++) {
      if (bytes[i] != '_') {
        value = value * radix + digit(bytes[i]);
      }
    }
    return value;
  }

  /** Whether an integer literal is below 2^64. */
  static boolean fits(byte[] bytes, int start, int end) {
    int radix = radix(bytes[start + 1]);
    long value = 0;
    for (int i = radix == 10 ? start : start + 2; i < end; i++) {
      int digit = digit(bytes[i]);
      if (digit >= radix) {
        continue;
      }
      if (Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, radix)) > 0) {
        return false;
      }
      value = value * radix + digit;
    }
    return true;
  }

  private static int digit(byte b) {
    int letter = b | 0x20;
    return b >= '0' && b <= '9'
        ? b - '0'
        : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : Integer.MAX_VALUE;
  }

  /** The number after a dot, {@link Integer#MAX_VALUE} where it is larger. */
  static int index(byte[] bytes, int start, int end) {
    long value = 0;
    for (int i = start; i < end && value <= Integer.MAX_VALUE; i++) {
      int digit = digit(bytes[i]);
      if (digit < 10) {
        value = value * 10 + digit;
      }
    }
    return (int) Math.min(value, Integer.MAX_VALUE);
  }

  /** A float literal without its underscores. */
  static String number(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).replace("_", "");
  }

  /** The bytes of a quoted literal, one {@code char} each. */
  static String quoted(byte[] bytes, int start, int end) {
    int from = start + 1;
    int to = Math.max(from, end - 1);
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        return unescaped(bytes, from, to);
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static String unescaped(byte[] bytes, int from, int to) {
    StringBuilder value = new StringBuilder(to - from);
    int i = from;
    while (i < to) {
      if (bytes[i] != '\\') {
        value.append((char) (bytes[i++] & 0xFF));
        continue;
      }
      int end = Escapes.end(bytes, i, to);
      appendEscape(value, bytes, i, end);
      i = end;
    }
    return value.toString();
  }

  private static void appendEscape(StringBuilder value, byte[] bytes, int start, int end) {
    int character = Escapes.value(bytes, start, end);
    if (character < 0) {
      value.append('?');
    } else if (Escapes.isUnicode(bytes, start)) {
      for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
        value.append((char) (b & 0xFF));
      }
    } else {
      value.append((char) character);
    }
  }
}
