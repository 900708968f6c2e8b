package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

/**
 * Finds the bodies of functions while a text is cut into tokens, and their ends without cutting
 * them. For one text and one thread.
 */
final class BodySkipper {
  private final Tokens tokens;
  private int depth;
  private boolean inFunction;

  BodySkipper(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Takes note of the token just added; returns whether it is the brace of a function's body. */
  boolean beginsBody(byte kind) {
    switch (kind) {
      case LEFT_PARENTHESIS, LEFT_BRACKET -> depth++;
      case RIGHT_PARENTHESIS, RIGHT_BRACKET -> depth = Math.max(0, depth - 1);
      case RIGHT_BRACE -> {
        depth = Math.max(0, depth - 1);
        inFunction &= depth > 0;
      }
      case LEFT_BRACE -> {
        if (inFunction && depth == 0) {
          inFunction = false;
          depth++;
          return true;
        }
        depth++;
      }
      case IDENTIFIER -> {
        if (tokens.count >= 2 && tokens.kinds[tokens.count - 2] == FN) {
          inFunction = true;
          depth = 0;
        }
      }
      case SEMICOLON -> inFunction &= depth > 0;
      default -> {}
    }
    return false;
  }

  /**
   * Where the body that begins before {@code start} ends: the offset of its closing brace, or of a
   * declaration at the margin, or the end of the text.
   */
  static int bodyEnd(byte[] bytes, int start) {
    int open = 1;
    int i = start;
    while (i < bytes.length) {
      switch (bytes[i]) {
        case '{' -> open++;
        case '}' -> {
          if (--open == 0) {
            return i;
          }
        }
        case '"', '\'' -> i = LiteralLexer.quotedEnd(bytes, i) - 1;
        case '/' -> i = afterComment(bytes, i) - 1;
        case '\n' -> {
          if (Margin.beginsDeclaration(bytes, i + 1)) {
            return i + 1;
          }
        }
        default -> {}
      }
      i++;
    }
    return i;
  }

  private static int afterComment(byte[] bytes, int start) {
    int next = start + 1 < bytes.length ? bytes[start + 1] : -1;
    int i = start + 1;
    if (next == '*') {
      i = CommentLexer.blockEnd(bytes, start);
      return i < 0 ? bytes.length : i;
    }
    if (next == '/') {
      while (i < bytes.length && bytes[i] != '\n') {
        i++;
      }
    }
    return i;
  }
}
