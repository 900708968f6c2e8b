package org.pinklang.frontend.parse;

import org.pinklang.frontend.diagnostic.SyntaxCode;

/** Finds the ends of quoted literals and checks what is in them. For one text and one thread. */
final class LiteralLexer {
  private final byte[] bytes;
  private final SyntaxErrors errors;
  private final NumberLexer numbers;
  private int end;

  LiteralLexer(byte[] bytes, SyntaxErrors errors) {
    this.bytes = bytes;
    this.errors = errors;
    this.numbers = new NumberLexer(bytes, errors);
  }

  /** The end of the literal read last. */
  int end() {
    return end;
  }

  /** Reads the number at {@code start}; returns its kind. */
  byte number(int start) {
    byte kind = numbers.number(start);
    end = numbers.end();
    return kind;
  }

  /** Reads the digits after a dot. */
  byte index(int start) {
    byte kind = numbers.index(start);
    end = numbers.end();
    return kind;
  }

  /** Reads the string literal at {@code start}; returns its kind. */
  byte string(int start) {
    end = quotedEnd(bytes, start);
    boolean terminated = isTerminated(start);
    if (!terminated) {
      errors.add(
          errors
              .at(SyntaxCode.UNTERMINATED_STRING, start, end)
              .note("a string ends on the line it begins; write `\\n` for a line feed"));
    }
    checkContent(start + 1, terminated ? end - 1 : end);
    return terminated ? TokenKind.STRING : TokenKind.UNTERMINATED;
  }

  /** Reads the character literal at {@code start}; returns its kind. */
  byte character(int start) {
    end = quotedEnd(bytes, start);
    if (!isTerminated(start)) {
      errors.add(
          errors
              .at(SyntaxCode.UNTERMINATED_CHARACTER, start, end)
              .note("text of several characters stands between `\"` and `\"`"));
      return TokenKind.UNTERMINATED;
    }
    if (checkContent(start + 1, end - 1)) {
      checkLength(start);
    }
    return TokenKind.CHARACTER;
  }

  private void checkLength(int start) {
    int length = Literals.quoted(bytes, start, end).length();
    if (length != 1) {
      errors.add(
          errors
              .at(SyntaxCode.CHARACTER_LENGTH, start, end, String.valueOf(length))
              .note("a character literal is one `Byte`; longer text is a string in `\"`"));
    }
  }

  private boolean isTerminated(int start) {
    return end - start >= 2 && bytes[end - 1] == bytes[start] && !isEscaped(start, end - 1);
  }

  private boolean isEscaped(int start, int at) {
    int i = at;
    while (i - 1 > start && bytes[i - 1] == '\\') {
      i--;
    }
    return (at - i & 1) == 1;
  }

  /**
   * The end of the quoted literal at {@code start}, its second quote included; a literal without
   * one ends with its line.
   */
  static int quotedEnd(byte[] bytes, int start) {
    byte quote = bytes[start];
    int i = start + 1;
    while (i < bytes.length) {
      byte b = bytes[i];
      if (b == quote) {
        return i + 1;
      }
      if (b == '\n') {
        break;
      }
      i += b == '\\' && i + 1 < bytes.length && bytes[i + 1] != '\n' ? 2 : 1;
    }
    return i > start + 1 && bytes[i - 1] == '\r' ? i - 1 : i;
  }

  private boolean checkContent(int from, int to) {
    boolean valid = true;
    int union = 0;
    int i = from;
    while (i < to) {
      byte b = bytes[i];
      union |= b;
      if (b == '\\') {
        int next = Escapes.end(bytes, i, to);
        valid &= Escapes.check(bytes, i, next, to, errors);
        i = next;
      } else {
        i++;
      }
    }
    boolean encoded = union >= 0 || Utf8Checker.check(bytes, from, to, errors);
    return valid && encoded;
  }
}
