package org.pinklang.codegen.llvm;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;

/** A global variable or constant of a module. */
public final class LlvmGlobal {
  private final LLVMValueRef handle;

  LlvmGlobal(LLVMValueRef handle) {
    this.handle = handle;
  }

  /** Its address. */
  public LlvmValue address() {
    return new LlvmValue(handle);
  }

  /** Says who can see it. */
  public void setVisibility(Visibility visibility) {
    visibility.applyTo(handle);
  }

  /** Defines it. */
  public void setInitializer(LlvmValue value) {
    LLVM.LLVMSetInitializer(handle, value.handle());
  }

  /** Says that it is never written. */
  public void setConstant() {
    LLVM.LLVMSetGlobalConstant(handle, 1);
  }

  /** Says that its address means nothing, so that equal ones may be one. */
  public void setMergeable() {
    LLVM.LLVMSetUnnamedAddress(handle, LLVM.LLVMGlobalUnnamedAddr);
  }

  /** Sets the alignment in bytes. */
  public void setAlignment(int bytes) {
    LLVM.LLVMSetAlignment(handle, bytes);
  }
}
