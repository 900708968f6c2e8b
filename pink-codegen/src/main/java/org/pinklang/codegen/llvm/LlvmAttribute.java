package org.pinklang.codegen.llvm;

import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.global.LLVM;

/** An attribute of a function, parameter or result, of one context. */
public final class LlvmAttribute {
  private final LLVMAttributeRef handle;

  private LlvmAttribute(LLVMAttributeRef handle) {
    this.handle = handle;
  }

  /** An attribute that is there or not, for example {@code zeroext}. */
  public static LlvmAttribute flag(LlvmContext context, String name) {
    return context.flag(name, () -> number(context, name, 0));
  }

  /** An attribute with a number, for example {@code align}. */
  public static LlvmAttribute number(LlvmContext context, String name, long value) {
    return new LlvmAttribute(LLVM.LLVMCreateEnumAttribute(context.handle(), kind(name), value));
  }

  /** An attribute with a type, for example {@code byval}. */
  public static LlvmAttribute type(LlvmContext context, String name, LlvmType type) {
    return new LlvmAttribute(
        LLVM.LLVMCreateTypeAttribute(context.handle(), kind(name), type.handle()));
  }

  /** An attribute that is not LLVM's own but a target's or a pass's, with its value. */
  public static LlvmAttribute text(LlvmContext context, String name, String value) {
    return new LlvmAttribute(
        LLVM.LLVMCreateStringAttribute(
            context.handle(), name, name.length(), value, value.length()));
  }

  static int kind(String name) {
    return LLVM.LLVMGetEnumAttributeKindForName(name, name.length());
  }

  LLVMAttributeRef handle() {
    return handle;
  }
}
