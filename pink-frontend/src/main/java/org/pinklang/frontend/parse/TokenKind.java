package org.pinklang.frontend.parse;

import java.util.Arrays;
import org.pinklang.frontend.tree.BinaryOperator;

/**
 * The kinds of token, as small numbers so that the tokens of a text fit into arrays. The binary
 * operators stand in the order of {@link BinaryOperator}.
 */
final class TokenKind {
  static final byte END = 0;

  /** Characters that begin no token; already reported. */
  static final byte UNKNOWN = 1;

  static final byte IDENTIFIER = 2;
  static final byte INTEGER = 3;
  static final byte FLOAT = 4;
  static final byte CHARACTER = 5;
  static final byte STRING = 6;

  /** The digits after a dot. */
  static final byte INDEX = 7;

  static final byte OR = 8;
  static final byte AND = 9;
  static final byte EQUAL = 10;
  static final byte NOT_EQUAL = 11;
  static final byte LESS = 12;
  static final byte LESS_EQUAL = 13;
  static final byte GREATER = 14;
  static final byte GREATER_EQUAL = 15;
  static final byte AMPERSAND = 16;
  static final byte BAR = 17;
  static final byte CARET = 18;
  static final byte SHIFT_LEFT = 19;
  static final byte SHIFT_RIGHT = 20;
  static final byte PLUS = 21;
  static final byte MINUS = 22;
  static final byte STAR = 23;
  static final byte SLASH = 24;
  static final byte PERCENT = 25;

  static final byte BANG = 26;
  static final byte TILDE = 27;
  static final byte QUESTION = 28;
  static final byte ASSIGN = 29;
  static final byte BIND = 30;
  static final byte COLON = 31;
  static final byte DOUBLE_COLON = 32;
  static final byte SEMICOLON = 33;
  static final byte COMMA = 34;
  static final byte DOT = 35;
  static final byte RANGE = 36;
  static final byte ELLIPSIS = 37;
  static final byte ARROW = 38;
  static final byte FAT_ARROW = 39;
  static final byte LEFT_PARENTHESIS = 40;
  static final byte RIGHT_PARENTHESIS = 41;
  static final byte LEFT_BRACKET = 42;
  static final byte RIGHT_BRACKET = 43;
  static final byte LEFT_BRACE = 44;
  static final byte RIGHT_BRACE = 45;

  static final byte AND_AND = 46;
  static final byte OR_OR = 47;
  static final byte PLUS_ASSIGN = 48;
  static final byte MINUS_ASSIGN = 49;
  static final byte STAR_ASSIGN = 50;
  static final byte SLASH_ASSIGN = 51;
  static final byte INCREMENT = 52;

  static final byte NIL = 53;
  static final byte TRUE = 54;
  static final byte FALSE = 55;
  static final byte FN = 56;
  static final byte VAR = 57;
  static final byte CONST = 58;
  static final byte IF = 59;
  static final byte THEN = 60;
  static final byte ELSE = 61;
  static final byte WHILE = 62;
  static final byte DO = 63;
  static final byte FOR = 64;
  static final byte IN = 65;
  static final byte RETURN = 66;
  static final byte BREAK = 67;
  static final byte CONTINUE = 68;
  static final byte STRUCT = 69;
  static final byte UNION = 70;
  static final byte MATCH = 71;
  static final byte MODULE = 72;
  static final byte IMPLEMENT = 73;
  static final byte IMPORT = 74;
  static final byte EXPORT = 75;
  static final byte EXTERN = 76;
  static final byte AS = 77;

  /** The first of the words kept for later. */
  static final byte CLASS = 78;

  /** A string or character literal without its second quote; already reported. */
  static final byte UNTERMINATED = 87;

  /** A number whose digits make no value; already reported. */
  static final byte MALFORMED_NUMBER = 88;

  /** {@code @}, which begins an annotation; in the text of a manifest only. */
  static final byte AT = 89;

  private static final int LAST = 89;
  private static final int NO_LEVEL = -1;

  private static final String[] SPELLINGS =
      ("end_of_file unknown name integer float character string index "
              + "or and == != < <= > >= & | ^ << >> + - * / % "
              + "! ~ ? = := : :: ; , . .. ... -> => ( ) [ ] { } "
              + "&& || += -= *= /= ++ "
              + "nil true false fn var const if then else while do for in return break continue "
              + "struct union match module implement import export extern as "
              + "class is try catch throw generic type where defer unterminated malformed @")
          .split(" ");

  private static final BinaryOperator[] OPERATORS = BinaryOperator.values();
  private static final byte[] LEVELS = levels();

  private TokenKind() {}

  /** How a token of a kind with only one spelling is written. */
  static String spelling(int kind) {
    return SPELLINGS[kind];
  }

  /** The level of a binary operator, −1 for every other kind. */
  static int level(int kind) {
    return LEVELS[kind];
  }

  /** The operator of a kind whose level is not negative. */
  static BinaryOperator operator(int kind) {
    return OPERATORS[kind - OR];
  }

  /** Whether this is one of the language's keywords, those kept for later not among them. */
  static boolean isKeyword(int kind) {
    return kind >= NIL && kind < CLASS || kind == OR || kind == AND;
  }

  /** Whether this is a word kept for a later version. */
  static boolean isReservedWord(int kind) {
    return kind >= CLASS && kind < UNTERMINATED;
  }

  /** The first kind that is a word, but for {@link #OR} and {@link #AND}. */
  static int firstWord() {
    return NIL;
  }

  /** The number after the last kind that is a word. */
  static int lastWord() {
    return UNTERMINATED;
  }

  private static byte[] levels() {
    byte[] levels = new byte[LAST + 1];
    Arrays.fill(levels, (byte) NO_LEVEL);
    for (int i = 0; i < OPERATORS.length; i++) {
      levels[OR + i] = (byte) OPERATORS[i].level();
    }
    return levels;
  }
}
