package org.pinklang.codegen.ir;

/** Instructions with two operands of one type and a result of that type. */
public enum BinaryInstruction {
  /** Integer addition, wrapping. */
  ADD,
  /** Integer subtraction, wrapping. */
  SUB,
  /** Integer multiplication, wrapping. */
  MUL,
  /** Signed division. */
  SDIV,
  /** Unsigned division. */
  UDIV,
  /** Signed remainder. */
  SREM,
  /** Unsigned remainder. */
  UREM,
  /** Shift to the left. */
  SHL,
  /** Shift to the right, filled with the sign. */
  ASHR,
  /** Shift to the right, filled with zeros. */
  LSHR,
  /** Bitwise and. */
  AND,
  /** Bitwise or. */
  OR,
  /** Bitwise exclusive or. */
  XOR,
  /** Float addition. */
  FADD,
  /** Float subtraction. */
  FSUB,
  /** Float multiplication. */
  FMUL,
  /** Float division. */
  FDIV
}
