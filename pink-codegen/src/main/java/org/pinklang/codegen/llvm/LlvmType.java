package org.pinklang.codegen.llvm;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;

/** A type of one context. */
public final class LlvmType {
  private final LLVMTypeRef handle;

  LlvmType(LLVMTypeRef handle) {
    this.handle = handle;
  }

  LLVMTypeRef handle() {
    return handle;
  }
}
