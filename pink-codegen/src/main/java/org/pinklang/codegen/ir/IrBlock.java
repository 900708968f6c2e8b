package org.pinklang.codegen.ir;

/**
 * A basic block. It comes into being when something branches to it, so that one that nothing
 * reaches leaves no trace.
 */
public final class IrBlock {
  private static final int UNREACHED = -1;
  private int number = UNREACHED;

  /** Whether something branches to the block. */
  public boolean isReached() {
    return number != UNREACHED;
  }

  /** Its number, the next free one if nothing has reached it before. */
  int reach(IrContext context) {
    if (number == UNREACHED) {
      number = context.nextBlock();
    }
    return number;
  }
}
