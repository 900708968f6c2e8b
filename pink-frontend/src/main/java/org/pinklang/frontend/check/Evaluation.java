package org.pinklang.frontend.check;

import org.pinklang.frontend.typed.ConstantValue;

/** What evaluating an expression when compiling came to. */
sealed interface Evaluation {

  /** The expression has a value. */
  record Value(ConstantValue value) implements Evaluation {}

  /**
   * The expression is not a constant expression.
   *
   * @param offset of the part that is not
   * @param reason a clause whose subject is the expression: "it calls a function"
   */
  record NotConstant(int offset, String reason) implements Evaluation {}

  /**
   * The expression would panic.
   *
   * @param offset of the failing part, as a running program would report it
   * @param message what would stand after {@code panic: }
   */
  record Panics(int offset, String message) implements Evaluation {}

  /** Something the expression needs has errors, which have been reported. */
  record Unavailable() implements Evaluation {}
}
