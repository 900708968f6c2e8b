package org.pinklang.frontend.generate;

/**
 * The text of an expression.
 *
 * @param level how tightly it binds: the level of its operator, or one of the constants
 * @param blocky whether it is exactly a block, {@code if} or {@code match}
 */
record Fragment(String text, int level, boolean blocky) {
  static final int ASSIGNMENT = -1;
  static final int CAST = 8;
  static final int PREFIX = 9;
  static final int POSTFIX = 10;

  static Fragment of(String text, int level) {
    return new Fragment(text, level, false);
  }

  static Fragment postfix(String text) {
    return new Fragment(text, POSTFIX, false);
  }

  static Fragment blocky(String text) {
    return new Fragment(text, POSTFIX, true);
  }

  /** The text where an operand must bind at least so tightly. */
  String at(int least) {
    return level < least ? "(" + text + ")" : text;
  }

  /** The text where anything may stand. */
  String anywhere() {
    return text;
  }

  /** The text as a term with its semicolon. */
  String asTerm() {
    boolean beginsLikeATerm =
        text.startsWith("{") || text.startsWith("if ") || text.startsWith("match ");
    if (blocky) {
      return text;
    }
    return (beginsLikeATerm ? "(" + text + ")" : text) + ";";
  }
}
