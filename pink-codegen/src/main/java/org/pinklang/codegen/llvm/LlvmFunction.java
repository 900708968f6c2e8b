package org.pinklang.codegen.llvm;

import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;

/** A function of a module. */
public final class LlvmFunction {
  private final LLVMValueRef handle;

  LlvmFunction(LLVMValueRef handle) {
    this.handle = handle;
  }

  LLVMValueRef handle() {
    return handle;
  }

  /** Its name. */
  public String name() {
    return name(handle);
  }

  static String name(LLVMValueRef symbol) {
    try (SizeTPointer length = new SizeTPointer(1)) {
      BytePointer name = LLVM.LLVMGetValueName2(symbol, length);
      byte[] bytes = new byte[(int) length.get()];
      name.get(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
