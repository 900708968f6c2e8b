package org.pinklang.codegen.llvm;

import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A constant, argument, function, global or the result of an instruction, in one context. */
public final class LlvmValue {

  /** What instructions give that are built where nothing is reached. It stands for any value. */
  public static final LlvmValue UNREACHABLE = new LlvmValue(new LLVMValueRef());

  private final LLVMValueRef handle;

  LlvmValue(LLVMValueRef handle) {
    this.handle = handle;
  }

  LLVMValueRef handle() {
    return handle;
  }
}
