package org.pinklang.frontend.parse;

import static org.pinklang.frontend.parse.TokenKind.*;

/** Finds the place where parsing can go on after an error. */
final class Recovery {
  /** How many tokens are looked at to tell a literal from a block. */
  private static final int LONGEST_LITERAL = 200;

  private static final int NO_FIELDS = -1;
  private static final int TOO_LONG = -2;

  private final Cursor cursor;

  /** Whether the block read last was found while looking for the next term. */
  private boolean resumedAtBrace;

  Recovery(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Whether a token can begin a term and nothing else. */
  static boolean beginsStatement(byte kind) {
    return switch (kind) {
      case WHILE, FOR, RETURN, BREAK, CONTINUE, VAR, CONST -> true;
      default -> false;
    };
  }

  /** Whether the present token begins a declaration that a block cannot hold. */
  boolean atDeclaration() {
    return Margin.alwaysDeclares(cursor.kind) || cursor.kind == FN && cursor.peek(1) == IDENTIFIER;
  }

  /** Goes to where the next term of a block begins, or to the brace that ends the block. */
  void toTerm() {
    int open = 0;
    while (!cursor.at(END)) {
      if (open == 0 && endsTerm()) {
        break;
      }
      if (atDeclaration() && cursor.atMargin()) {
        break;
      }
      switch (cursor.kind) {
        case LEFT_BRACE -> open++;
        case RIGHT_BRACE -> open--;
        default -> {}
      }
      cursor.advance();
    }
    resumedAtBrace = cursor.at(LEFT_BRACE);
    cursor.accept(SEMICOLON);
    cursor.recover();
  }

  /**
   * Whether a closing bracket here belongs to an expression that was given up before a block in it.
   */
  boolean isLeftOver() {
    return resumedAtBrace && (cursor.at(RIGHT_PARENTHESIS) || cursor.at(RIGHT_BRACKET));
  }

  private boolean endsTerm() {
    return switch (cursor.kind) {
      case SEMICOLON, RIGHT_BRACE -> true;
      case LEFT_BRACE -> !holdsFieldsOrArms();
      case IF, MATCH -> cursor.beginsLine();
      case IDENTIFIER -> cursor.beginsLine() && cursor.peek(1) == BIND;
      default -> beginsStatement(cursor.kind) && cursor.beginsLine();
    };
  }

  /** Whether the brace here begins the fields of a literal or the arms of a match. */
  private boolean holdsFieldsOrArms() {
    byte first = cursor.peek(1);
    byte second = cursor.peek(2);
    if (first == RIGHT_BRACE) {
      return cursor.last() == IDENTIFIER;
    }
    boolean arm = second == FAT_ARROW || second == LEFT_PARENTHESIS && cursor.peek(5) == FAT_ARROW;
    return first == IDENTIFIER && (arm || second == COLON && looksLikeFields())
        || first == ELSE && second == FAT_ARROW;
  }

  /**
   * Whether the braces here hold {@code name: value} pairs and nothing that only a block holds.
   * Those too long to tell are taken for pairs: between them and an error there is no other choice.
   */
  boolean looksLikeFields() {
    return fieldsEnd() != NO_FIELDS;
  }

  /** Whether the braces here hold fields and the expression goes on, or its block begins. */
  boolean looksLikeFieldsBeforeBlock() {
    int end = fieldsEnd();
    return end > 0
        && switch (cursor.peek(end)) {
          case LEFT_BRACE, LEFT_BRACKET, DOT, RANGE -> true;
          default -> false;
        };
  }

  /** How many tokens the fields in the braces here take, or that there are none, or too many. */
  private int fieldsEnd() {
    if (cursor.peek(1) != IDENTIFIER || cursor.peek(2) != COLON) {
      return NO_FIELDS;
    }
    int open = 0;
    for (int i = 0; i < LONGEST_LITERAL; i++) {
      switch (cursor.peek(i)) {
        case LEFT_BRACE, LEFT_PARENTHESIS, LEFT_BRACKET -> open++;
        case RIGHT_BRACE, RIGHT_PARENTHESIS, RIGHT_BRACKET -> open--;
        case SEMICOLON, BIND -> {
          if (open == 1) {
            return NO_FIELDS;
          }
        }
        case END -> {
          return NO_FIELDS;
        }
        default -> {}
      }
      if (open == 0) {
        return i + 1;
      }
    }
    return TOO_LONG;
  }

  /** Goes to the brace that begins a body, where one stands before the statement ends. */
  void toBlock() {
    while (true) {
      switch (cursor.kind) {
        case LEFT_BRACE -> {
          cursor.recover();
          return;
        }
        case SEMICOLON, RIGHT_BRACE, END -> {
          return;
        }
        default -> {
          if (atDeclaration()) {
            return;
          }
        }
      }
      cursor.advance();
    }
  }

  /** Goes behind the parenthesis that closes the one here; stops at braces. */
  void skipParentheses() {
    int open = 0;
    do {
      if (cursor.at(LEFT_PARENTHESIS)) {
        open++;
      } else if (cursor.at(RIGHT_PARENTHESIS)) {
        open--;
      } else if (cursor.at(LEFT_BRACE) || cursor.at(RIGHT_BRACE)) {
        return;
      }
      cursor.advance();
    } while (open > 0 && !cursor.at(END));
  }

  /** Goes to the arrow of an arm, where one stands before its block. */
  void toArrow() {
    while (!cursor.at(END) && !cursor.at(LEFT_BRACE) && !cursor.at(RIGHT_BRACE)) {
      if (cursor.at(FAT_ARROW)) {
        cursor.recover();
        return;
      }
      cursor.advance();
    }
  }

  /** Goes behind what is left of an arm of a match, or to the brace that ends the match. */
  void toArm() {
    int open = 0;
    while (!cursor.at(END) && !(atDeclaration() && cursor.atMargin())) {
      if (open == 0 && cursor.at(RIGHT_BRACE)) {
        break;
      }
      open += cursor.at(LEFT_BRACE) ? 1 : cursor.at(RIGHT_BRACE) ? -1 : 0;
      boolean ends = cursor.at(RIGHT_BRACE) || cursor.at(COMMA);
      cursor.advance();
      if (open == 0 && ends) {
        break;
      }
    }
    cursor.recover();
  }

  /**
   * Goes to the comma or the bracket that ends an element of a list; returns whether there is one
   * before the statement ends.
   */
  boolean toListElement(byte closer) {
    int open = 0;
    while (true) {
      byte kind = cursor.kind;
      boolean separator = kind == COMMA || kind == SEMICOLON && closer == RIGHT_BRACE;
      if (open == 0 && (separator || kind == closer)) {
        cursor.recover();
        return true;
      }
      switch (kind) {
        case LEFT_PARENTHESIS, LEFT_BRACKET -> open++;
        case RIGHT_PARENTHESIS, RIGHT_BRACKET -> open--;
        case SEMICOLON, LEFT_BRACE, RIGHT_BRACE, END -> open = -1;
        default -> {
          if (beginsStatement(kind) || atDeclaration()) {
            return false;
          }
        }
      }
      if (open < 0) {
        return false;
      }
      cursor.advance();
    }
  }

  /** Goes to where the next declaration begins. */
  void toDeclaration() {
    while (!cursor.at(END) && !beginsDeclarationHere()) {
      if (cursor.at(LEFT_BRACE)) {
        skipBraces();
      } else {
        cursor.advance();
      }
      if (cursor.last() == SEMICOLON) {
        break;
      }
    }
    cursor.recover();
  }

  private boolean beginsDeclarationHere() {
    if (atDeclaration() || cursor.at(MODULE) || cursor.at(IMPLEMENT) || cursor.at(AT)) {
      return true;
    }
    boolean named = cursor.at(IDENTIFIER) && (cursor.peek(1) == BIND || cursor.peek(1) == COLON);
    boolean marked =
        cursor.isWord(0, "opaque") && cursor.peek(1) == STRUCT
            || cursor.isWord(0, "inline") && cursor.peek(1) == FN;
    return marked || cursor.beginsLine() && (named || cursor.at(VAR) || cursor.at(CONST));
  }

  /** Goes behind the brace that closes the one here, or to a declaration at the margin. */
  void skipBraces() {
    int open = 0;
    do {
      if (open > 0 && atDeclaration() && cursor.atMargin()) {
        return;
      }
      if (cursor.at(LEFT_BRACE)) {
        open++;
      } else if (cursor.at(RIGHT_BRACE)) {
        open--;
      }
      cursor.advance();
    } while (open > 0 && !cursor.at(END));
  }

  private static boolean opens(byte kind) {
    return kind == LEFT_BRACE || kind == LEFT_PARENTHESIS || kind == LEFT_BRACKET;
  }

  private void skipBrackets() {
    int open = 0;
    do {
      if (opens(cursor.kind)) {
        open++;
      } else if (cursor.at(RIGHT_BRACE)
          || cursor.at(RIGHT_PARENTHESIS)
          || cursor.at(RIGHT_BRACKET)) {
        open--;
      }
      cursor.advance();
    } while (open > 0 && !cursor.at(END));
  }

  /** Goes behind the {@code else} branches that stand here. */
  void skipElse() {
    while (cursor.accept(ELSE)) {
      cursor.accept(IF);
      if (cursor.at(LEFT_PARENTHESIS)) {
        skipParentheses();
      }
      if (cursor.at(LEFT_BRACE)) {
        skipBraces();
      }
    }
  }

  /**
   * Goes behind a construct that nests too deeply: behind the bracket that closes the one here, or
   * else to what can follow a type or a term.
   */
  void skipNested() {
    if (opens(cursor.kind)) {
      skipBrackets();
      return;
    }
    int open = 0;
    while (!cursor.at(END)) {
      switch (cursor.kind) {
        case LEFT_BRACE, LEFT_PARENTHESIS, LEFT_BRACKET -> open++;
        case RIGHT_BRACE, RIGHT_PARENTHESIS, RIGHT_BRACKET -> {
          if (--open < 0) {
            return;
          }
        }
        case SEMICOLON, COMMA, BIND -> {
          if (open == 0) {
            return;
          }
        }
        default -> {}
      }
      cursor.advance();
      if (open == 0 && cursor.last() == RIGHT_BRACE) {
        return;
      }
    }
  }
}
