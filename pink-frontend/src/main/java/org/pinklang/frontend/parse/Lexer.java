package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.SourceText;

/**
 * Cuts a text into tokens, the longest that fit, and reports what is wrong inside one of them. For
 * one text and one thread.
 */
final class Lexer {
  private static final byte OTHER = 0;
  private static final byte SPACE = 1;
  private static final byte LETTER = 2;
  private static final byte DIGIT = 3;
  private static final byte MARK = 4;
  private static final byte[] CLASSES = classes();

  private final byte[] bytes;
  private final int limit;
  private final Tokens tokens;
  private final SyntaxErrors errors;
  private final LiteralLexer literals;
  private final CommentLexer comments;
  private final boolean annotations;
  private int at;

  private Lexer(SourceText text, Tokens tokens, SyntaxErrors errors) {
    this(text, tokens, errors, false);
  }

  private Lexer(SourceText text, Tokens tokens, SyntaxErrors errors, boolean annotations) {
    this.annotations = annotations;
    this.bytes = text.bytes();
    this.limit = bytes.length;
    this.tokens = tokens;
    this.errors = errors;
    this.literals = new LiteralLexer(bytes, errors);
    this.comments = new CommentLexer(bytes, errors);
    this.at = text.contentStart();
  }

  /** All tokens of a text. */
  static Tokens lex(SourceText text, SyntaxErrors errors) {
    Tokens tokens = new Tokens(text.length());
    return new Lexer(text, tokens, errors).all();
  }

  /** All tokens of a text in which {@code @} begins annotations. */
  static Tokens lexManifest(SourceText text, SyntaxErrors errors) {
    Tokens tokens = new Tokens(text.length());
    return new Lexer(text, tokens, errors, true).all();
  }

  private Tokens all() {
    while (next() != END) {
      // every token has been added
    }
    return tokens;
  }

  /** The tokens of a text without those inside function bodies. */
  static Tokens lexOutline(SourceText text, SyntaxErrors errors) {
    Tokens tokens = new Tokens(text.length() / 2);
    Lexer lexer = new Lexer(text, tokens, errors);
    BodySkipper skipper = new BodySkipper(tokens);
    byte kind;
    while ((kind = lexer.next()) != END) {
      if (skipper.beginsBody(kind)) {
        lexer.at = BodySkipper.bodyEnd(lexer.bytes, lexer.at);
      }
    }
    return tokens;
  }

  /**
   * The tokens up to the first that cannot belong to the head, which is the last before the end.
   */
  static Tokens lexHead(SourceText text, SyntaxErrors errors) {
    Tokens tokens = new Tokens(Math.min(text.length(), 1024));
    Lexer lexer = new Lexer(text, tokens, errors);
    HeadEnd headEnd = new HeadEnd();
    byte kind;
    do {
      kind = lexer.next();
    } while (!headEnd.isReachedBy(kind));
    if (kind != END) {
      tokens.add(END, lexer.at, lexer.at);
    }
    return tokens;
  }

  /** The first tokens of a text, at most {@code count}, and the end behind them. */
  static Tokens lexFirst(SourceText text, int count, SyntaxErrors errors) {
    Tokens tokens = new Tokens(count);
    Lexer lexer = new Lexer(text, tokens, errors);
    byte kind;
    do {
      kind = lexer.next();
    } while (kind != END && tokens.count < count);
    if (kind != END) {
      tokens.add(END, lexer.at, lexer.at);
    }
    return tokens;
  }

  private byte next() {
    while (at < limit) {
      int start = at;
      int b = bytes[at] & 0xFF;
      switch (CLASSES[b]) {
        case SPACE -> at++;
        case LETTER -> {
          return word(start);
        }
        case DIGIT -> {
          byte kind = number(start);
          return add(kind, start);
        }
        case MARK -> {
          if (b != '/' || !skipComment(start)) {
            byte kind = mark(b);
            return add(kind, start);
          }
        }
        default -> {
          return unknown(start);
        }
      }
    }
    return add(END, limit);
  }

  private byte add(byte kind, int start) {
    tokens.add(kind, start, at);
    return kind;
  }

  private byte word(int start) {
    int hash = 0;
    int i = start;
    do {
      hash = Keywords.hash(hash, bytes[i++]);
    } while (i < limit && isWordByte(bytes[i]));
    at = i;
    return add(Keywords.kind(bytes, start, i, hash), start);
  }

  private byte number(int start) {
    boolean index = tokens.count > 0 && tokens.kinds[tokens.count - 1] == DOT;
    byte kind = index ? literals.index(start) : literals.number(start);
    at = literals.end();
    return kind;
  }

  private boolean skipComment(int start) {
    int second = peek(1);
    if (second != '/' && second != '*') {
      return false;
    }
    at = second == '/' ? comments.line(start) : comments.block(start);
    tokens.addComment(start, at);
    tokens.endReported |= comments.unterminated();
    return true;
  }

  private int peek(int distance) {
    return at + distance < limit ? bytes[at + distance] : -1;
  }

  /** Takes a one-byte token. */
  private byte take(byte kind) {
    at++;
    return kind;
  }

  /** Takes the two-byte token where {@code second} follows, else the one-byte token. */
  private byte take(byte kind, int second, byte longer) {
    if (peek(1) == second) {
      at += 2;
      return longer;
    }
    at++;
    return kind;
  }

  private byte mark(int b) {
    return switch (b) {
      case '(' -> take(LEFT_PARENTHESIS);
      case ')' -> take(RIGHT_PARENTHESIS);
      case '[' -> take(LEFT_BRACKET);
      case ']' -> take(RIGHT_BRACKET);
      case '{' -> take(LEFT_BRACE);
      case '}' -> take(RIGHT_BRACE);
      case ';' -> take(SEMICOLON);
      case ',' -> take(COMMA);
      case '^' -> take(CARET);
      case '~' -> take(TILDE);
      case '?' -> take(QUESTION);
      case '%' -> take(PERCENT);
      case '!' -> take(BANG, '=', NOT_EQUAL);
      case '&' -> take(AMPERSAND, '&', AND_AND);
      case '|' -> take(BAR, '|', OR_OR);
      case '*' -> take(STAR, '=', STAR_ASSIGN);
      case '/' -> take(SLASH, '=', SLASH_ASSIGN);
      case '.' -> dots();
      case ':' -> peek(1) == '=' ? take(COLON, '=', BIND) : take(COLON, ':', DOUBLE_COLON);
      case '=' -> peek(1) == '=' ? take(ASSIGN, '=', EQUAL) : take(ASSIGN, '>', FAT_ARROW);
      case '<' -> peek(1) == '<' ? take(LESS, '<', SHIFT_LEFT) : take(LESS, '=', LESS_EQUAL);
      case '>' ->
          peek(1) == '>' ? take(GREATER, '>', SHIFT_RIGHT) : take(GREATER, '=', GREATER_EQUAL);
      case '+' -> peek(1) == '+' ? take(PLUS, '+', INCREMENT) : take(PLUS, '=', PLUS_ASSIGN);
      case '-' -> peek(1) == '>' ? take(MINUS, '>', ARROW) : take(MINUS, '=', MINUS_ASSIGN);
      case '"' -> quoted(literals.string(at));
      default -> quoted(literals.character(at));
    };
  }

  private byte dots() {
    if (peek(1) != '.') {
      return take(DOT);
    }
    at++;
    return take(RANGE, '.', ELLIPSIS);
  }

  private byte quoted(byte kind) {
    at = literals.end();
    return kind;
  }

  private byte unknown(int start) {
    if (annotations && bytes[start] == '@') {
      return add(take(AT), start);
    }
    int end = start;
    while (end < limit && CLASSES[bytes[end] & 0xFF] == OTHER) {
      end++;
    }
    at = end;
    if (Utf8Checker.check(bytes, start, end, errors)) {
      String characters = StrayCharacters.describe(bytes, start, end);
      errors.add(errors.at(SyntaxCode.STRAY_CHARACTER, start, end, characters));
    }
    return add(UNKNOWN, start);
  }

  static boolean isWordByte(int b) {
    byte kind = CLASSES[b & 0xFF];
    return kind == LETTER || kind == DIGIT;
  }

  private static byte[] classes() {
    byte[] classes = new byte[256];
    for (char c : " \t\r\n".toCharArray()) {
      classes[c] = SPACE;
    }
    for (char c : "()[]{};,^~?%!&|*/.:=<>+-\"'".toCharArray()) {
      classes[c] = MARK;
    }
    for (int c = 'a'; c <= 'z'; c++) {
      classes[c] = LETTER;
      classes[c - 'a' + 'A'] = LETTER;
    }
    classes['_'] = LETTER;
    for (int c = '0'; c <= '9'; c++) {
      classes[c] = DIGIT;
    }
    return classes;
  }
}
