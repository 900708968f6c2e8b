package org.pinklang.codegen.llvm;

import org.bytedeco.llvm.global.LLVM;

/** Instructions that convert a value to another type. */
public enum Cast {
  /** To a narrower integer. */
  TRUNC(LLVM.LLVMTrunc),
  /** To a wider integer, filled with zeros. */
  ZEXT(LLVM.LLVMZExt),
  /** To a wider integer, filled with the sign. */
  SEXT(LLVM.LLVMSExt),
  /** Float to signed integer; meaningless where it does not fit. */
  FPTOSI(LLVM.LLVMFPToSI),
  /** Float to unsigned integer; meaningless where it does not fit. */
  FPTOUI(LLVM.LLVMFPToUI),
  /** Signed integer to float. */
  SITOFP(LLVM.LLVMSIToFP),
  /** Unsigned integer to float. */
  UITOFP(LLVM.LLVMUIToFP),
  /** To a narrower float. */
  FPTRUNC(LLVM.LLVMFPTrunc),
  /** To a wider float. */
  FPEXT(LLVM.LLVMFPExt),
  /** Pointer to integer. */
  PTRTOINT(LLVM.LLVMPtrToInt);

  private final int opcode;

  Cast(int opcode) {
    this.opcode = opcode;
  }

  int opcode() {
    return opcode;
  }
}
