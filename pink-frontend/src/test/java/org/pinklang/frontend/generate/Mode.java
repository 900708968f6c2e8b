package org.pinklang.frontend.generate;

/** What the place of an expression says about its type. */
enum Mode {
  /** Nothing: the expression must have its type by itself. */
  FREE,
  /** The type is wanted. */
  WANTED,
  /** An operand beside one that has the type: what is built of literals only takes it. */
  OPERAND;

  /** The mode of branches, elements and results of blocks. */
  Mode inside() {
    return this == WANTED ? WANTED : FREE;
  }
}
