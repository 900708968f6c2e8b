package org.pinklang.codegen.llvm;

import org.bytedeco.llvm.global.LLVM;

/** Instructions with two operands of one type and a result of that type. */
public enum BinaryInstruction {
  /** Integer addition, wrapping. */
  ADD(LLVM.LLVMAdd),
  /** Integer subtraction, wrapping. */
  SUB(LLVM.LLVMSub),
  /** Integer multiplication, wrapping. */
  MUL(LLVM.LLVMMul),
  /** Signed division. */
  SDIV(LLVM.LLVMSDiv),
  /** Unsigned division. */
  UDIV(LLVM.LLVMUDiv),
  /** Signed remainder. */
  SREM(LLVM.LLVMSRem),
  /** Unsigned remainder. */
  UREM(LLVM.LLVMURem),
  /** Shift to the left. */
  SHL(LLVM.LLVMShl),
  /** Shift to the right, filled with the sign. */
  ASHR(LLVM.LLVMAShr),
  /** Shift to the right, filled with zeros. */
  LSHR(LLVM.LLVMLShr),
  /** Bitwise and. */
  AND(LLVM.LLVMAnd),
  /** Bitwise or. */
  OR(LLVM.LLVMOr),
  /** Bitwise exclusive or. */
  XOR(LLVM.LLVMXor),
  /** Float addition. */
  FADD(LLVM.LLVMFAdd),
  /** Float subtraction. */
  FSUB(LLVM.LLVMFSub),
  /** Float multiplication. */
  FMUL(LLVM.LLVMFMul),
  /** Float division. */
  FDIV(LLVM.LLVMFDiv);

  private final int opcode;

  BinaryInstruction(int opcode) {
    this.opcode = opcode;
  }

  int opcode() {
    return opcode;
  }
}
