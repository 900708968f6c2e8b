package org.pinklang.frontend.parse;

import org.pinklang.frontend.diagnostic.SyntaxCode;

/** Finds the ends of comments. For one text and one thread. */
final class CommentLexer {
  private final byte[] bytes;
  private final SyntaxErrors errors;
  private boolean unterminated;

  CommentLexer(byte[] bytes, SyntaxErrors errors) {
    this.bytes = bytes;
    this.errors = errors;
  }

  /** Whether a comment runs to the end of the text. */
  boolean unterminated() {
    return unterminated;
  }

  /** The end of the line comment at {@code start}. */
  int line(int start) {
    int union = 0;
    int i = start;
    while (i < bytes.length && bytes[i] != '\n') {
      union |= bytes[i++];
    }
    if (union < 0) {
      Utf8Checker.check(bytes, start, i, errors);
    }
    return i;
  }

  /** The end of the block comment at {@code start}. */
  int block(int start) {
    int end = blockEnd(bytes, start);
    if (end < 0) {
      unterminated = true;
      end = bytes.length;
      errors.add(
          errors
              .at(SyntaxCode.UNTERMINATED_COMMENT, start, start + 2)
              .label("begins here")
              .note("comments nest: every `/*` needs a `*/` of its own"));
    }
    Utf8Checker.check(bytes, start, end, errors);
    return end;
  }

  /** The end of the block comment at {@code start}, −1 where the text ends before it. */
  static int blockEnd(byte[] bytes, int start) {
    int depth = 1;
    int last = bytes.length - 1;
    int i = start + 2;
    while (i < last) {
      if (bytes[i] == '*' && bytes[i + 1] == '/') {
        i += 2;
        if (--depth == 0) {
          return i;
        }
      } else if (bytes[i] == '/' && bytes[i + 1] == '*') {
        i += 2;
        depth++;
      } else {
        i++;
      }
    }
    return -1;
  }
}
