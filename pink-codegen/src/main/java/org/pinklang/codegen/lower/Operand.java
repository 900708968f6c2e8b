package org.pinklang.codegen.lower;

import org.pinklang.codegen.ir.IrValue;

/** The outcome of evaluating an expression. */
sealed interface Operand {

  /** No value: {@code nil}, or nothing because evaluation does not get here. */
  enum None implements Operand {
    NONE
  }

  /** A scalar in a register; a {@code Boolean} as one bit. */
  record ScalarOperand(IrValue value) implements Operand {}

  /** A slice as its two scalars. */
  record SliceOperand(IrValue pointer, IrValue length) implements Operand {}

  /**
   * An aggregate that lies somewhere. It may be a place of the program, whose value another
   * evaluation can change: it is used, or copied, before anything else is evaluated.
   */
  record MemoryOperand(IrValue address) implements Operand {}

  /** The scalar; where evaluation does not get here, anything. */
  default IrValue scalar() {
    return this instanceof ScalarOperand scalar ? scalar.value() : IrValue.UNREACHABLE;
  }

  /** The address of a slice's first element; where evaluation does not get here, anything. */
  default IrValue pointer() {
    return this instanceof SliceOperand slice ? slice.pointer() : IrValue.UNREACHABLE;
  }

  /** The length of a slice; where evaluation does not get here, anything. */
  default IrValue length() {
    return this instanceof SliceOperand slice ? slice.length() : IrValue.UNREACHABLE;
  }

  /** Where an aggregate lies; where evaluation does not get here, anything. */
  default IrValue address() {
    return this instanceof MemoryOperand memory ? memory.address() : IrValue.UNREACHABLE;
  }
}
