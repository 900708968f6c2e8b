package org.pinklang.frontend.tree;

/** The prefix operators. */
public enum PrefixOperator {
  /** {@code -}. */
  NEGATE("-"),
  /** {@code !}. */
  NOT("!"),
  /** {@code ~}. */
  COMPLEMENT("~"),
  /** {@code &}. */
  ADDRESS_OF("&"),
  /** {@code *}. */
  DEREFERENCE("*");

  private final String spelling;

  PrefixOperator(String spelling) {
    this.spelling = spelling;
  }

  /** As written. */
  public String spelling() {
    return spelling;
  }
}
