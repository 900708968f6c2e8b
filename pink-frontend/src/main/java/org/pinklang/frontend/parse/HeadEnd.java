package org.pinklang.frontend.parse;

/** Finds the first token that is part of neither a unit declaration nor an import. For one text. */
final class HeadEnd {
  private int openBraces;
  private boolean betweenDeclarations = true;

  /** Takes the next token of a text; returns whether the head has ended before it. */
  boolean isReachedBy(byte kind) {
    if (betweenDeclarations) {
      betweenDeclarations = false;
      return !begins(kind);
    }
    switch (kind) {
      case TokenKind.LEFT_BRACE -> openBraces++;
      case TokenKind.RIGHT_BRACE -> openBraces = Math.max(0, openBraces - 1);
      // Within braces it was meant to be a comma.
      case TokenKind.SEMICOLON -> betweenDeclarations = openBraces == 0;
      default -> {}
    }
    return !continues(kind);
  }

  private static boolean begins(byte kind) {
    return switch (kind) {
      case TokenKind.MODULE, TokenKind.IMPLEMENT, TokenKind.IMPORT, TokenKind.EXPORT -> true;
      default -> false;
    };
  }

  private static boolean continues(byte kind) {
    return switch (kind) {
      case TokenKind.AS, TokenKind.IDENTIFIER -> true;
      case TokenKind.DOT, TokenKind.COLON, TokenKind.SEMICOLON, TokenKind.COMMA -> true;
      case TokenKind.LEFT_BRACE, TokenKind.RIGHT_BRACE -> true;
      default -> begins(kind);
    };
  }
}
