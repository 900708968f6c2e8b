package org.pinklang.codegen.llvm;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;

/**
 * A function cut in two: what callers see, left without a body, and a private function of the same
 * type that has it. Between them fits what must happen before the body's frame is on the stack.
 */
final class BodySplit {
  private final LLVMValueRef outer;
  private final LLVMValueRef inner;
  private final LLVMTypeRef type;
  private final int parameters;
  private final int byValue = attributeKind("byval");

  private BodySplit(LLVMValueRef outer, LLVMValueRef inner) {
    this.outer = outer;
    this.inner = inner;
    this.type = LLVM.LLVMGlobalGetValueType(outer);
    this.parameters = LLVM.LLVMCountParams(outer);
  }

  /** Moves a function's body; the private function's name is that of the function and a suffix. */
  static BodySplit of(LlvmModule module, LLVMValueRef function, String suffix) {
    LLVMValueRef body =
        LLVM.LLVMAddFunction(
            module.handle(),
            LlvmFunction.name(function) + suffix,
            LLVM.LLVMGlobalGetValueType(function));
    LLVM.LLVMSetLinkage(body, LLVM.LLVMInternalLinkage);
    BodySplit split = new BodySplit(function, body);
    split.moveBlocks();
    split.moveDebugInformation(module.context().handle());
    for (int i = 0; i < split.parameters; i++) {
      LLVM.LLVMReplaceAllUsesWith(
          LLVM.LLVMGetParam(split.outer, i), LLVM.LLVMGetParam(split.inner, i));
    }
    for (int i = (int) LLVM.LLVMAttributeFunctionIndex; i <= split.parameters; i++) {
      for (LLVMAttributeRef attribute : split.attributes(i)) {
        LLVM.LLVMAddAttributeAtIndex(split.inner, i, attribute);
      }
    }
    LLVMAttributeRef notInlined =
        LLVM.LLVMCreateEnumAttribute(module.context().handle(), attributeKind("noinline"), 0);
    LLVM.LLVMAddAttributeAtIndex(body, (int) LLVM.LLVMAttributeFunctionIndex, notInlined);
    return split;
  }

  static int attributeKind(String name) {
    return LLVM.LLVMGetEnumAttributeKindForName(name, name.length());
  }

  private void moveBlocks() {
    LLVMBasicBlockRef block = LLVM.LLVMGetFirstBasicBlock(outer);
    while (block != null) {
      LLVM.LLVMRemoveBasicBlockFromParent(block);
      LLVM.LLVMAppendExistingBasicBlock(inner, block);
      block = LLVM.LLVMGetFirstBasicBlock(outer);
    }
  }

  /** Debug information describes one function, and its places lie where the blocks are now. */
  private void moveDebugInformation(LLVMContextRef context) {
    LLVMMetadataRef described = LLVM.LLVMGetSubprogram(outer);
    if (described != null) {
      LLVM.LLVMGlobalEraseMetadata(outer, LLVM.LLVMGetMDKindIDInContext(context, "dbg", 3));
      LLVM.LLVMSetSubprogram(inner, described);
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
  void continueInBody(LLVMBuilderRef builder) {
    LLVMValueRef call = call(builder);
    for (int i = 0; i <= parameters; i++) {
      for (LLVMAttributeRef attribute : attributes(i)) {
        LLVM.LLVMAddCallSiteAttribute(call, i, attribute);
      }
    }
    if (LLVM.LLVMGetTypeKind(LLVM.LLVMGetReturnType(type)) == LLVM.LLVMVoidTypeKind) {
      LLVM.LLVMBuildRetVoid(builder);
    } else {
      LLVM.LLVMBuildRet(builder, call);
    }
  }

  private LLVMValueRef call(LLVMBuilderRef builder) {
    try (PointerPointer<LLVMValueRef> arguments = new PointerPointer<>(Math.max(1, parameters))) {
      for (int i = 0; i < parameters; i++) {
        arguments.put(i, LLVM.LLVMGetParam(outer, i));
      }
      return LLVM.LLVMBuildCall2(builder, type, inner, arguments, parameters, "");
    }
  }
}
