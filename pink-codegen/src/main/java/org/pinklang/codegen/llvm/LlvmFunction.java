package org.pinklang.codegen.llvm;

import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;

/** A function of a module, with its type. */
public final class LlvmFunction {
  private final LLVMValueRef handle;
  private final LlvmType type;

  LlvmFunction(LLVMValueRef handle, LlvmType type) {
    this.handle = handle;
    this.type = type;
  }

  LLVMValueRef handle() {
    return handle;
  }

  /** Its function type. */
  public LlvmType type() {
    return type;
  }

  /** Its address. */
  public LlvmValue address() {
    return new LlvmValue(handle);
  }

  /** Says who can see it. */
  public void setVisibility(Visibility visibility) {
    visibility.applyTo(handle);
  }

  /** The argument of an LLVM parameter. */
  public LlvmValue argument(int index) {
    return new LlvmValue(LLVM.LLVMGetParam(handle, index));
  }

  /** Adds an attribute of the function itself. */
  public void addAttribute(LlvmAttribute attribute) {
    LLVM.LLVMAddAttributeAtIndex(handle, (int) LLVM.LLVMAttributeFunctionIndex, attribute.handle());
  }

  /** Adds an attribute of a parameter. */
  public void addParameterAttribute(int index, LlvmAttribute attribute) {
    LLVM.LLVMAddAttributeAtIndex(handle, index + 1, attribute.handle());
  }

  /** Adds an attribute of the result. */
  public void addResultAttribute(LlvmAttribute attribute) {
    LLVM.LLVMAddAttributeAtIndex(handle, 0, attribute.handle());
  }

  /** Its name. */
  public String name() {
    try (SizeTPointer length = new SizeTPointer(1)) {
      BytePointer name = LLVM.LLVMGetValueName2(handle, length);
      byte[] bytes = new byte[(int) length.get()];
      name.get(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
