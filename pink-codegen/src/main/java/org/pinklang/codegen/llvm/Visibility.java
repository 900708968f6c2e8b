package org.pinklang.codegen.llvm;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;

/** Who can see a function or global. */
public enum Visibility {
  /** This module only; the symbol table of the object has its name. */
  INTERNAL,
  /** This module only; the symbol table of the object does not have it. */
  PRIVATE,
  /** Whatever is linked into the same output. */
  HIDDEN,
  /** Everybody. */
  DEFAULT;

  void applyTo(LLVMValueRef symbol) {
    switch (this) {
      case INTERNAL -> LLVM.LLVMSetLinkage(symbol, LLVM.LLVMInternalLinkage);
      case PRIVATE -> LLVM.LLVMSetLinkage(symbol, LLVM.LLVMPrivateLinkage);
      case HIDDEN -> LLVM.LLVMSetVisibility(symbol, LLVM.LLVMHiddenVisibility);
      case DEFAULT -> {}
    }
  }
}
