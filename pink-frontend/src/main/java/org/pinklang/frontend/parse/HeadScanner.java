package org.pinklang.frontend.parse;

import java.util.Optional;
import org.pinklang.frontend.source.SourceText;

/**
 * Reads what a unit is and what it imports, and nothing below. Stops at the first token that is
 * part of neither a unit declaration nor an import; needs little stack, whatever the text.
 */
public final class HeadScanner {
  /** How far behind a token the lexer looks to tell that it ends there, and some more. */
  private static final int LOOKAHEAD = 4;

  private HeadScanner() {}

  /** The head of a text. */
  public static HeadScan scan(SourceText text) {
    SyntaxErrors errors = new SyntaxErrors(text);
    return head(text, Lexer.lexHead(text, errors), errors);
  }

  /**
   * The head of a text of which only the beginning is at hand, as {@link #scan} finds it in the
   * whole text; empty where more must be read to tell.
   */
  public static Optional<HeadScan> scanBeginning(SourceText beginning) {
    SyntaxErrors errors = new SyntaxErrors(beginning);
    Tokens tokens = Lexer.lexHead(beginning, errors);
    boolean certain = tokens.starts[tokens.count - 1] + LOOKAHEAD <= beginning.length();
    return certain ? Optional.of(head(beginning, tokens, errors)) : Optional.empty();
  }

  private static HeadScan head(SourceText text, Tokens tokens, SyntaxErrors errors) {
    return new UnitParser(new Grammar(text, tokens, errors, 1, false)).scan();
  }
}
