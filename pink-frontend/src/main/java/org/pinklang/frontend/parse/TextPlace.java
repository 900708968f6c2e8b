package org.pinklang.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;

/**
 * What is around an offset of a text, as the words and marks of the language, whatever else is
 * wrong with the text.
 *
 * @param kind what the offset stands in
 * @param word the identifier or keyword that the offset touches; empty, at the offset, for none
 * @param before how the tokens before the word are written, the nearest first; at most {@value
 *     #DEPTH}
 * @param sameLine whether the nearest of them is on the line of the word
 * @param operandStart where the names, dots and brackets begin that the word goes on; the start of
 *     the word where it goes on none
 */
public record TextPlace(
    Kind kind, Span word, List<String> before, boolean sameLine, int operandStart) {
  private static final int DEPTH = 4;

  /** What an offset can stand in. */
  public enum Kind {
    /** Where tokens can be written. */
    CODE,
    /** A comment. */
    COMMENT,
    /** A string, a character or a number. */
    LITERAL
  }

  /** Copies the list. */
  public TextPlace {
    before = List.copyOf(before);
  }

  /**
   * The place at an offset. Takes time in proportion to the text.
   *
   * @param offset from 0 to the length of the text
   */
  public static TextPlace at(SourceText text, int offset) {
    Tokens tokens = Lexer.lex(text, new SyntaxErrors(text));
    Span word = word(text, offset);
    int next = firstTokenFrom(tokens, word.start());
    List<String> before = new ArrayList<>();
    for (int i = next - 1; i >= 0 && before.size() < DEPTH; i--) {
      before.add(text.text(tokens.starts[i], tokens.ends[i]));
    }
    int end = next == 0 ? 0 : tokens.ends[next - 1];
    boolean sameLine = next > 0 && text.line(end) == text.line(word.start());
    int operand = operandStart(tokens, next);
    int start = operand == next ? word.start() : tokens.starts[operand];
    return new TextPlace(kind(text, tokens, offset), word, before, sameLine, start);
  }

  /** How the nearest token before the word is written; empty at the beginning of the text. */
  public String previous() {
    return before.isEmpty() ? "" : before.getFirst();
  }

  /** The first token of what ends with a dot or a double colon before a token; itself for none. */
  private static int operandStart(Tokens tokens, int end) {
    int start = end;
    while (start >= 2 && connects(tokens.kinds[start - 1])) {
      int before = start - 1;
      do {
        before = beginningOfPart(tokens, before - 1);
      } while (before > 0 && isSuffix(tokens.kinds[before]) && goesOn(tokens.kinds[before - 1]));
      start = before;
    }
    return start;
  }

  private static boolean connects(byte kind) {
    return kind == TokenKind.DOT || kind == TokenKind.DOUBLE_COLON;
  }

  /** Whether what begins with a token can be a suffix. */
  private static boolean isSuffix(byte kind) {
    return kind == TokenKind.LEFT_PARENTHESIS
        || kind == TokenKind.LEFT_BRACKET
        || kind == TokenKind.BANG;
  }

  /** Whether suffixes can follow a token. */
  private static boolean goesOn(byte kind) {
    return kind == TokenKind.IDENTIFIER
        || kind == TokenKind.INDEX
        || kind == TokenKind.RIGHT_PARENTHESIS
        || kind == TokenKind.RIGHT_BRACKET;
  }

  /** The token with which a part of an operand begins that ends with a token: its open bracket. */
  private static int beginningOfPart(Tokens tokens, int last) {
    int open = 0;
    for (int i = last; i >= 0; i--) {
      switch (tokens.kinds[i]) {
        case TokenKind.RIGHT_PARENTHESIS, TokenKind.RIGHT_BRACKET -> open++;
        case TokenKind.LEFT_PARENTHESIS, TokenKind.LEFT_BRACKET -> open--;
        default -> {}
      }
      if (open <= 0) {
        return i;
      }
    }
    return 0;
  }

  private static Span word(SourceText text, int offset) {
    int start = offset;
    while (start > 0 && Lexer.isWordByte(text.byteAt(start - 1))) {
      start--;
    }
    int end = offset;
    while (end < text.length() && Lexer.isWordByte(text.byteAt(end))) {
      end++;
    }
    return new Span(start, end);
  }

  private static int firstTokenFrom(Tokens tokens, int offset) {
    int low = 0;
    int high = tokens.count - 1;
    while (low < high) {
      int middle = low + high >>> 1;
      if (tokens.starts[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Kind kind(SourceText text, Tokens tokens, int offset) {
    if (isInComment(text, tokens, offset)) {
      return Kind.COMMENT;
    }
    int token = firstTokenFrom(tokens, offset) - 1;
    boolean inside = token >= 0 && isInLiteral(tokens, token, offset);
    return inside ? Kind.LITERAL : Kind.CODE;
  }

  private static boolean isInLiteral(Tokens tokens, int token, int offset) {
    int end = tokens.ends[token];
    return switch (tokens.kinds[token]) {
      case TokenKind.STRING, TokenKind.CHARACTER -> offset < end;
      case TokenKind.UNTERMINATED,
          TokenKind.INTEGER,
          TokenKind.FLOAT,
          TokenKind.INDEX,
          TokenKind.MALFORMED_NUMBER ->
          offset <= end;
      default -> false;
    };
  }

  private static boolean isInComment(SourceText text, Tokens tokens, int offset) {
    int comment = tokens.lastCommentBefore(offset);
    if (comment >= 0 && tokens.commentEnd(comment) == offset) {
      return isOpen(text, tokens.commentStart(comment), offset);
    }
    int next = comment + 1;
    return next < tokens.commentCount() && tokens.commentStart(next) < offset;
  }

  /** Whether what is written behind a comment belongs to it. */
  private static boolean isOpen(SourceText text, int start, int end) {
    boolean closed =
        end - start >= 4
            && text.byteAt(start + 1) == '*'
            && text.byteAt(end - 2) == '*'
            && text.byteAt(end - 1) == '/';
    return !closed;
  }
}
