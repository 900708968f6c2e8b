package org.pinklang.codegen.llvm;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;

/**
 * A function cut in two: what callers see, left without a body, and a private function of the same
 * type that has it. Between them fits what must happen before the body's frame is on the stack.
 */
public final class BodySplit {
  private final LLVMValueRef outer;
  private final LLVMValueRef inner;
  private final LlvmType type;
  private final int parameters;
  private final int byValue = LlvmAttribute.kind("byval");

  private BodySplit(LLVMValueRef outer, LLVMValueRef inner, LlvmType type) {
    this.outer = outer;
    this.inner = inner;
    this.type = type;
    this.parameters = LLVM.LLVMCountParams(outer);
  }

  /** Moves a function's body; the private function's name is that of the function and a suffix. */
  public static BodySplit of(LlvmModule module, LlvmFunction function, String suffix) {
    LlvmFunction body = module.addFunction(function.name() + suffix, function.type());
    LLVM.LLVMSetLinkage(body.handle(), LLVM.LLVMInternalLinkage);
    BodySplit split = new BodySplit(function.handle(), body.handle(), function.type());
    split.moveBlocks();
    for (int i = 0; i < split.parameters; i++) {
      LLVM.LLVMReplaceAllUsesWith(
          LLVM.LLVMGetParam(split.outer, i), LLVM.LLVMGetParam(split.inner, i));
    }
    for (int i = (int) LLVM.LLVMAttributeFunctionIndex; i <= split.parameters; i++) {
      for (LLVMAttributeRef attribute : split.attributes(i)) {
        LLVM.LLVMAddAttributeAtIndex(split.inner, i, attribute);
      }
    }
    body.addAttribute(LlvmAttribute.flag(module.context(), "noinline"));
    return split;
  }

  private void moveBlocks() {
    LLVMBasicBlockRef block = LLVM.LLVMGetFirstBasicBlock(outer);
    while (block != null) {
      LLVM.LLVMRemoveBasicBlockFromParent(block);
      LLVM.LLVMAppendExistingBasicBlock(inner, block);
      block = LLVM.LLVMGetFirstBasicBlock(outer);
    }
  }

  /**
   * What both functions say alike. Arguments that were copied to the stack for the outer function
   * are its own already, so the inner one gets their address.
   */
  private List<LLVMAttributeRef> attributes(int index) {
    List<LLVMAttributeRef> attributes = new ArrayList<>();
    int count = LLVM.LLVMGetAttributeCountAtIndex(outer, index);
    if (count > 0) {
      try (PointerPointer<LLVMAttributeRef> array = new PointerPointer<>(count)) {
        LLVM.LLVMGetAttributesAtIndex(outer, index, array);
        for (int i = 0; i < count; i++) {
          LLVMAttributeRef attribute = array.get(LLVMAttributeRef.class, i);
          if (LLVM.LLVMGetEnumAttributeKind(attribute) != byValue) {
            attributes.add(attribute);
          }
        }
      }
    }
    return attributes;
  }

  /** Ends the builder's block, one of what callers see, by calling the body for its result. */
  public void continueInBody(InstructionBuilder builder, LlvmContext context) {
    List<LlvmValue> arguments = new ArrayList<>(parameters);
    for (int i = 0; i < parameters; i++) {
      arguments.add(new LlvmValue(LLVM.LLVMGetParam(outer, i)));
    }
    LlvmValue call = builder.call(type, new LlvmValue(inner), arguments);
    for (int i = 0; i <= parameters; i++) {
      for (LLVMAttributeRef attribute : attributes(i)) {
        LLVM.LLVMAddCallSiteAttribute(call.handle(), i, attribute);
      }
    }
    boolean returnsNothing = LLVM.LLVMTypeOf(call.handle()).equals(context.voidType().handle());
    if (returnsNothing) {
      builder.returnVoid();
    } else {
      builder.returnValue(call);
    }
  }
}
