package org.pinklang.codegen.llvm;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.jspecify.annotations.Nullable;

/**
 * A basic block. It comes into being in LLVM when something branches to it, so that one that
 * nothing reaches leaves no trace.
 */
public final class LlvmBlock {
  private @Nullable LLVMBasicBlockRef handle;

  /** A block that nothing reaches yet. */
  public LlvmBlock() {}

  LlvmBlock(LLVMBasicBlockRef handle) {
    this.handle = handle;
  }

  /** Whether something branches to the block. */
  public boolean isReached() {
    return handle != null;
  }

  @Nullable LLVMBasicBlockRef handleIfReached() {
    return handle;
  }

  LLVMBasicBlockRef reach(LlvmContext context) {
    LLVMBasicBlockRef known = handle;
    if (known == null) {
      known = context.createBlock();
      handle = known;
    }
    return known;
  }
}
