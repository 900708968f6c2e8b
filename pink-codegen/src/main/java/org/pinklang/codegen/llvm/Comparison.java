package org.pinklang.codegen.llvm;

import org.bytedeco.llvm.global.LLVM;

/** Comparisons of integers, pointers and floats. */
public enum Comparison {
  /** Integers or pointers are equal. */
  EQ(LLVM.LLVMIntEQ, false),
  /** Integers or pointers differ. */
  NE(LLVM.LLVMIntNE, false),
  /** Signed less. */
  SLT(LLVM.LLVMIntSLT, false),
  /** Signed less or equal. */
  SLE(LLVM.LLVMIntSLE, false),
  /** Signed greater. */
  SGT(LLVM.LLVMIntSGT, false),
  /** Signed greater or equal. */
  SGE(LLVM.LLVMIntSGE, false),
  /** Unsigned less. */
  ULT(LLVM.LLVMIntULT, false),
  /** Unsigned less or equal. */
  ULE(LLVM.LLVMIntULE, false),
  /** Unsigned greater. */
  UGT(LLVM.LLVMIntUGT, false),
  /** Unsigned greater or equal. */
  UGE(LLVM.LLVMIntUGE, false),
  /** Floats are equal and neither is NaN. */
  FEQ(LLVM.LLVMRealOEQ, true),
  /** Floats differ or one is NaN. */
  FNE(LLVM.LLVMRealUNE, true),
  /** Float less; false for NaN. */
  FLT(LLVM.LLVMRealOLT, true),
  /** Float less or equal; false for NaN. */
  FLE(LLVM.LLVMRealOLE, true),
  /** Float greater; false for NaN. */
  FGT(LLVM.LLVMRealOGT, true),
  /** Float greater or equal; false for NaN. */
  FGE(LLVM.LLVMRealOGE, true),
  /** One of the floats is NaN. */
  FUNORDERED(LLVM.LLVMRealUNO, true);

  private final int predicate;
  private final boolean ofFloats;

  Comparison(int predicate, boolean ofFloats) {
    this.predicate = predicate;
    this.ofFloats = ofFloats;
  }

  int predicate() {
    return predicate;
  }

  boolean ofFloats() {
    return ofFloats;
  }
}
