package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import org.pinklang.frontend.source.SourceText;

/** Reads what a unit is and what it imports, and nothing below. */
public final class HeadScanner {
  private HeadScanner() {}

  /**
   * The head of a text. Stops at the first token that neither a unit declaration nor an import can
   * hold; needs little stack, whatever the text.
   */
  public static HeadScan scan(SourceText text) {
    SyntaxErrors errors = new SyntaxErrors(text);
    Tokens tokens = Lexer.lexHead(text, errors);
    Grammar grammar = new Grammar(text, tokens, errors, 1, false);
    return new UnitParser(grammar).scan();
  }

  /** Whether a token can stand in a unit declaration or an import. */
  static boolean belongsToHead(byte kind) {
    return switch (kind) {
      case MODULE, IMPLEMENT, IMPORT, EXPORT, AS, IDENTIFIER -> true;
      case DOT, COLON, SEMICOLON, COMMA, LEFT_BRACE, RIGHT_BRACE -> true;
      default -> false;
    };
  }
}
