package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import org.pinklang.frontend.source.SourceText;

/** Names tokens as a message does. */
final class TokenNames {
  private static final int LONGEST = 24;

  private final SourceText text;

  TokenNames(SourceText text) {
    this.text = text;
  }

  String describe(byte kind, int start, int end) {
    return switch (kind) {
      case END -> "the end of the file";
      case IDENTIFIER -> "the name " + quoted(start, end);
      case INTEGER, FLOAT, INDEX, MALFORMED_NUMBER -> "the number " + quoted(start, end);
      case CHARACTER -> "the character " + quoted(start, end);
      case STRING -> end - start > LONGEST ? "a string" : "the string " + quoted(start, end);
      case UNTERMINATED -> "an unfinished literal";
      default ->
          TokenKind.isKeyword(kind)
              ? "the keyword " + quoted(start, end)
              : TokenKind.isReservedWord(kind)
                  ? "the reserved word " + quoted(start, end)
                  : quoted(start, end);
    };
  }

  private String quoted(int start, int end) {
    return "`" + text.text(start, end) + "`";
  }
}
