package org.pinklang.codegen.lower;

import org.pinklang.codegen.ir.IrValue;

/** What becomes of the value of an expression. */
sealed interface Destination {

  /** Nothing needs it. */
  enum Dropped implements Destination {
    DROPPED
  }

  /**
   * It is put into memory.
   *
   * @param address of memory that nothing the expression evaluates can read or write
   */
  record Stored(IrValue address) implements Destination {}
}
