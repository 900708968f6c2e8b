package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

/**
 * Recognises a declaration that begins at the first column of a line. Inside braces it shows that a
 * closing brace is missing, so that one missing brace costs one declaration and not all that
 * follow.
 */
final class Margin {
  private static final int LONGEST = 6;

  private Margin() {}

  /** Whether a declaration begins at {@code start}, the first byte of a line. */
  static boolean beginsDeclaration(byte[] bytes, int start) {
    int hash = 0;
    int end = start;
    while (end < bytes.length && end - start <= LONGEST && Lexer.isWordByte(bytes[end])) {
      hash = Keywords.hash(hash, bytes[end++]);
    }
    if (end == start || end - start > LONGEST) {
      return false;
    }
    byte kind = Keywords.kind(bytes, start, end, hash);
    if (kind != FN) {
      return alwaysDeclares(kind);
    }
    while (end < bytes.length && bytes[end] == ' ') {
      end++;
    }
    return end < bytes.length && Lexer.isWordByte(bytes[end]);
  }

  /** Whether a token begins a declaration wherever it stands. */
  static boolean alwaysDeclares(byte kind) {
    return switch (kind) {
      case EXPORT, STRUCT, UNION, EXTERN, IMPORT -> true;
      default -> false;
    };
  }
}
