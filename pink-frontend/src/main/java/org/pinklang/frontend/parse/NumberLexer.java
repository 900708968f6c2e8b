package org.pinklang.frontend.parse;

import java.nio.charset.StandardCharsets;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.Span;

/** Finds the ends of numbers and checks their digits. For one text and one thread. */
final class NumberLexer {
  /** No integer of fewer characters is too large. */
  private static final int ALWAYS_FITS = 16;

  private final byte[] bytes;
  private final SyntaxErrors errors;
  private int end;

  NumberLexer(byte[] bytes, SyntaxErrors errors) {
    this.bytes = bytes;
    this.errors = errors;
  }

  /** The end of the number read last. */
  int end() {
    return end;
  }

  /** Reads the number at {@code start}; returns its kind. */
  byte number(int start) {
    int i = digitsEnd(start);
    int next = byteAt(i);
    if (next != '.' && !Lexer.isWordByte(next) && i - start < ALWAYS_FITS) {
      end = i;
      checkLeadingZero(start, i);
      return TokenKind.INTEGER;
    }
    return i == start + 1 && bytes[start] == '0' && Literals.radix(next) != 10
        ? prefixed(start, Literals.radix(next))
        : decimal(start);
  }

  /** Reads the digits after a dot. */
  byte index(int start) {
    end = digitsEnd(start);
    checkLeadingZero(start, end);
    takeSuffix(start);
    return TokenKind.INDEX;
  }

  private byte prefixed(int start, int radix) {
    int i = start + 2;
    while (i < bytes.length && Lexer.isWordByte(bytes[i])) {
      i++;
    }
    end = i;
    if (i == start + 2) {
      missingDigits(start, i);
      return TokenKind.MALFORMED_NUMBER;
    }
    if (!checkDigits(start + 2, i, radix)) {
      return TokenKind.MALFORMED_NUMBER;
    }
    checkUnderscores(start + 2, i);
    return sized(start, i);
  }

  private boolean checkDigits(int start, int stop, int radix) {
    for (int i = start; i < stop; i++) {
      if (bytes[i] != '_' && Character.digit(bytes[i], radix) < 0) {
        String digit = String.valueOf((char) bytes[i]);
        errors.add(errors.at(SyntaxCode.WRONG_DIGIT, i, i + 1, digit, String.valueOf(radix)));
        return false;
      }
    }
    return true;
  }

  private byte decimal(int start) {
    int i = spacedDigitsEnd(start);
    int whole = i;
    boolean isFloat = byteAt(i) == '.' && isDigit(byteAt(i + 1));
    if (isFloat) {
      i = spacedDigitsEnd(i + 1);
    }
    if (beginsExponent(i)) {
      isFloat = true;
      int digits = isDigit(byteAt(i + 1)) ? i + 1 : i + 2;
      i = spacedDigitsEnd(digits);
    }
    end = i;
    checkUnderscores(start, i);
    checkLeadingZero(start, whole);
    if (!takeSuffix(start)) {
      return TokenKind.MALFORMED_NUMBER;
    }
    return isFloat ? TokenKind.FLOAT : sized(start, i);
  }

  private boolean beginsExponent(int at) {
    int letter = byteAt(at);
    int next = byteAt(at + 1);
    boolean signed = (next == '-' || next == '+') && isDigit(byteAt(at + 2));
    return (letter == 'e' || letter == 'E') && (isDigit(next) || signed);
  }

  /** Takes letters that run into the number into it; returns whether there are none. */
  private boolean takeSuffix(int start) {
    int from = end;
    while (end < bytes.length && Lexer.isWordByte(bytes[end])) {
      end++;
    }
    if (from == end) {
      return true;
    }
    boolean exponent = end == from + 1 && (bytes[from] == 'e' || bytes[from] == 'E');
    if (exponent) {
      end += byteAt(end) == '-' || byteAt(end) == '+' ? 1 : 0;
      missingDigits(start, end);
      return false;
    }
    String suffix = new String(bytes, from, end - from, StandardCharsets.US_ASCII);
    errors.add(
        errors
            .at(SyntaxCode.NUMBER_SUFFIX, from, end, suffix)
            .note(
                "a literal takes its type from where it stands; convert with `Byte(1)`, and write"
                    + " the prefixes `0x`, `0b` and `0o` small"));
    return false;
  }

  private void missingDigits(int start, int stop) {
    String number = new String(bytes, start, stop - start, StandardCharsets.US_ASCII);
    errors.add(errors.at(SyntaxCode.MISSING_DIGITS, start, stop, number));
  }

  private void checkLeadingZero(int start, int stop) {
    if (stop - start < 2 || bytes[start] != '0') {
      return;
    }
    int significant = start;
    while (significant < stop - 1 && (bytes[significant] == '0' || bytes[significant] == '_')) {
      significant++;
    }
    errors.add(
        errors
            .at(SyntaxCode.LEADING_ZERO, start, stop)
            .note("an octal number begins with `0o`")
            .edit(new Span(start, significant), "", "leave the zero out"));
  }

  private void checkUnderscores(int digits, int stop) {
    for (int i = digits; i < stop; i++) {
      if (bytes[i] == '_'
          && !(isHexDigit(i - 1, digits) && i + 1 < stop && isHexDigit(i + 1, digits))) {
        errors.add(
            errors
                .at(SyntaxCode.MISPLACED_UNDERSCORE, i, i + 1)
                .edit(new Span(i, i + 1), "", "leave it out"));
        return;
      }
    }
  }

  private boolean isHexDigit(int at, int from) {
    return at >= from && Character.digit(byteAt(at), 16) >= 0;
  }

  /** The kind of an integer, whose size is checked. */
  private byte sized(int start, int stop) {
    if (stop - start < ALWAYS_FITS || Literals.fits(bytes, start, stop)) {
      return TokenKind.INTEGER;
    }
    errors.add(
        errors
            .at(SyntaxCode.INTEGER_TOO_LARGE, start, stop)
            .note("the largest integer of any type is 18446744073709551615"));
    return TokenKind.MALFORMED_NUMBER;
  }

  private int digitsEnd(int start) {
    int i = start;
    while (i < bytes.length && isDigit(bytes[i])) {
      i++;
    }
    return i;
  }

  private int spacedDigitsEnd(int start) {
    int i = start;
    while (i < bytes.length && (isDigit(bytes[i]) || bytes[i] == '_')) {
      i++;
    }
    return i;
  }

  private int byteAt(int at) {
    return at < bytes.length ? bytes[at] : 0;
  }

  private static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }
}
