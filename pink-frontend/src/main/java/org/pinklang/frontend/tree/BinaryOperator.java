package org.pinklang.frontend.tree;

/** The binary operators, loosest first. */
public enum BinaryOperator {
  /** {@code or}. */
  OR("or", 0),
  /** {@code and}. */
  AND("and", 1),
  /** {@code ==}. */
  EQUAL("==", 2),
  /** {@code !=}. */
  NOT_EQUAL("!=", 2),
  /** {@code <}. */
  LESS("<", 3),
  /** {@code <=}. */
  LESS_EQUAL("<=", 3),
  /** {@code >}. */
  GREATER(">", 3),
  /** {@code >=}. */
  GREATER_EQUAL(">=", 3),
  /** {@code &}. */
  AND_BITS("&", 4),
  /** {@code |}. */
  OR_BITS("|", 4),
  /** {@code ^}. */
  XOR_BITS("^", 4),
  /** {@code <<}. */
  SHIFT_LEFT("<<", 5),
  /** {@code >>}. */
  SHIFT_RIGHT(">>", 5),
  /** {@code +}. */
  ADD("+", 6),
  /** {@code -}. */
  SUBTRACT("-", 6),
  /** {@code *}. */
  MULTIPLY("*", 7),
  /** {@code /}. */
  DIVIDE("/", 7),
  /** {@code %}. */
  REMAINDER("%", 7);

  private final String spelling;
  private final int level;

  BinaryOperator(String spelling, int level) {
    this.spelling = spelling;
    this.level = level;
  }

  /** As written. */
  public String spelling() {
    return spelling;
  }

  /** 0 for the loosest; operators of one level associate to the left. */
  public int level() {
    return level;
  }

  /** Whether this gives a Boolean from two operands of one type. */
  public boolean isComparison() {
    return level == 2 || level == 3;
  }

  /** Whether this is {@code <<} or {@code >>}. */
  public boolean isShift() {
    return level == 5;
  }
}
