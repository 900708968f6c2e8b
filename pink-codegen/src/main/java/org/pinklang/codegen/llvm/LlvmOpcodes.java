package org.pinklang.codegen.llvm;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.ir.BinaryInstruction;
import org.pinklang.codegen.ir.Cast;
import org.pinklang.codegen.ir.Comparison;
import org.pinklang.codegen.ir.CompositeKind;
import org.pinklang.codegen.ir.ScalarEncoding;
import org.pinklang.codegen.ir.Visibility;

/** LLVM's numbers for what steps name. */
final class LlvmOpcodes {
  private static final BinaryInstruction[] BINARY = BinaryInstruction.values();
  private static final Cast[] CASTS = Cast.values();
  private static final Comparison[] COMPARISONS = Comparison.values();
  private static final Visibility[] VISIBILITIES = Visibility.values();

  private LlvmOpcodes() {}

  static int binary(int number) {
    return switch (BINARY[number]) {
      case ADD -> LLVM.LLVMAdd;
      case SUB -> LLVM.LLVMSub;
      case MUL -> LLVM.LLVMMul;
      case SDIV -> LLVM.LLVMSDiv;
      case UDIV -> LLVM.LLVMUDiv;
      case SREM -> LLVM.LLVMSRem;
      case UREM -> LLVM.LLVMURem;
      case SHL -> LLVM.LLVMShl;
      case ASHR -> LLVM.LLVMAShr;
      case LSHR -> LLVM.LLVMLShr;
      case AND -> LLVM.LLVMAnd;
      case OR -> LLVM.LLVMOr;
      case XOR -> LLVM.LLVMXor;
      case FADD -> LLVM.LLVMFAdd;
      case FSUB -> LLVM.LLVMFSub;
      case FMUL -> LLVM.LLVMFMul;
      case FDIV -> LLVM.LLVMFDiv;
    };
  }

  static int cast(int number) {
    return switch (CASTS[number]) {
      case TRUNC -> LLVM.LLVMTrunc;
      case ZEXT -> LLVM.LLVMZExt;
      case SEXT -> LLVM.LLVMSExt;
      case FPTOSI -> LLVM.LLVMFPToSI;
      case FPTOUI -> LLVM.LLVMFPToUI;
      case SITOFP -> LLVM.LLVMSIToFP;
      case UITOFP -> LLVM.LLVMUIToFP;
      case FPTRUNC -> LLVM.LLVMFPTrunc;
      case FPEXT -> LLVM.LLVMFPExt;
      case PTRTOINT -> LLVM.LLVMPtrToInt;
    };
  }

  /** DWARF's number of what a scalar's bits mean. */
  static int encoding(ScalarEncoding encoding) {
    return switch (encoding) {
      case BOOLEAN -> 0x02;
      case FLOAT -> 0x04;
      case SIGNED -> 0x05;
      case UNSIGNED -> 0x07;
      case BYTE -> 0x08;
    };
  }

  /** DWARF's number of a kind of type. */
  static int tag(CompositeKind kind) {
    return switch (kind) {
      case STRUCT -> 0x13;
      case UNION -> 0x17;
    };
  }

  static Comparison comparison(int number) {
    return COMPARISONS[number];
  }

  static boolean ofFloats(Comparison comparison) {
    return comparison.ordinal() >= Comparison.FEQ.ordinal();
  }

  static int predicate(Comparison comparison) {
    return switch (comparison) {
      case EQ -> LLVM.LLVMIntEQ;
      case NE -> LLVM.LLVMIntNE;
      case SLT -> LLVM.LLVMIntSLT;
      case SLE -> LLVM.LLVMIntSLE;
      case SGT -> LLVM.LLVMIntSGT;
      case SGE -> LLVM.LLVMIntSGE;
      case ULT -> LLVM.LLVMIntULT;
      case ULE -> LLVM.LLVMIntULE;
      case UGT -> LLVM.LLVMIntUGT;
      case UGE -> LLVM.LLVMIntUGE;
      case FEQ -> LLVM.LLVMRealOEQ;
      case FNE -> LLVM.LLVMRealUNE;
      case FLT -> LLVM.LLVMRealOLT;
      case FLE -> LLVM.LLVMRealOLE;
      case FGT -> LLVM.LLVMRealOGT;
      case FGE -> LLVM.LLVMRealOGE;
      case FUNORDERED -> LLVM.LLVMRealUNO;
    };
  }

  static void setVisibility(LLVMValueRef symbol, int number) {
    switch (VISIBILITIES[number]) {
      case INTERNAL -> LLVM.LLVMSetLinkage(symbol, LLVM.LLVMInternalLinkage);
      case PRIVATE -> LLVM.LLVMSetLinkage(symbol, LLVM.LLVMPrivateLinkage);
      case HIDDEN -> LLVM.LLVMSetVisibility(symbol, LLVM.LLVMHiddenVisibility);
      case DEFAULT -> {}
      case AVAILABLE -> LLVM.LLVMSetLinkage(symbol, LLVM.LLVMAvailableExternallyLinkage);
    }
  }
}
