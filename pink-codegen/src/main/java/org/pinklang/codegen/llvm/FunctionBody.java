package org.pinklang.codegen.llvm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;

/**
 * What a function's body has become after optimisation.
 *
 * @param stackBytes of the stack slots in the entry block and of the arguments a call copies to the
 *     stack
 * @param blocks how many there are
 * @param values how many it is given and computes: of its instructions, not all of which do, and a
 *     parameter counts as several
 * @param callsFunctions whether it calls anything but intrinsics and those excluded
 */
public record FunctionBody(long stackBytes, int blocks, int values, boolean callsFunctions) {
  private static final int VALUES_OF_PARAMETER = 6;

  /**
   * Looks through the bodies of all functions a module defines, in its order; calls of {@code
   * excluded} functions do not count.
   */
  public static SequencedMap<String, FunctionBody> ofAll(LlvmModule module, List<String> excluded) {
    List<LlvmFunction> notCounted =
        excluded.stream().map(module::function).filter(Objects::nonNull).toList();
    SequencedMap<String, FunctionBody> bodies = new LinkedHashMap<>();
    for (LlvmFunction function : module.definedFunctions()) {
      bodies.put(function.name(), inspect(module, function, notCounted));
    }
    return bodies;
  }

  private static FunctionBody inspect(
      LlvmModule module, LlvmFunction function, List<LlvmFunction> excluded) {
    Inspection inspection = new Inspection(module, excluded);
    LLVMBasicBlockRef block = LLVM.LLVMGetFirstBasicBlock(function.handle());
    while (block != null) {
      inspection.blocks++;
      LLVMValueRef instruction = LLVM.LLVMGetFirstInstruction(block);
      while (instruction != null) {
        inspection.add(instruction);
        instruction = LLVM.LLVMGetNextInstruction(instruction);
      }
      block = LLVM.LLVMGetNextBasicBlock(block);
    }
    return new FunctionBody(
        inspection.stackBytes + inspection.outgoingBytes,
        inspection.blocks,
        inspection.instructions + VALUES_OF_PARAMETER * LLVM.LLVMCountParams(function.handle()),
        inspection.callsFunctions);
  }

  private static final class Inspection {
    private final LLVMTargetDataRef layout;
    private final int byValue = BodySplit.attributeKind("byval");
    private final Set<Long> excluded = new HashSet<>();
    private long stackBytes;
    private long outgoingBytes;
    private int blocks;
    private int instructions;
    private boolean callsFunctions;

    private Inspection(LlvmModule module, List<LlvmFunction> excluded) {
      layout = LLVM.LLVMGetModuleDataLayout(module.handle());
      excluded.forEach(function -> this.excluded.add(function.handle().address()));
    }

    private void add(LLVMValueRef instruction) {
      instructions++;
      int opcode = LLVM.LLVMGetInstructionOpcode(instruction);
      if (opcode == LLVM.LLVMAlloca) {
        stackBytes += LLVM.LLVMABISizeOfType(layout, LLVM.LLVMGetAllocatedType(instruction));
      } else if (opcode == LLVM.LLVMCall && LLVM.LLVMIsAIntrinsicInst(instruction) == null) {
        LLVMValueRef callee = LLVM.LLVMGetCalledValue(instruction);
        callsFunctions |= !excluded.contains(callee.address());
        outgoingBytes = Math.max(outgoingBytes, copiedBytes(instruction));
      }
    }

    private long copiedBytes(LLVMValueRef call) {
      long bytes = 0;
      for (int i = 1; i <= LLVM.LLVMGetNumArgOperands(call); i++) {
        LLVMAttributeRef copied = LLVM.LLVMGetCallSiteEnumAttribute(call, i, byValue);
        if (copied != null) {
          bytes += LLVM.LLVMABISizeOfType(layout, LLVM.LLVMGetTypeAttributeValue(copied));
        }
      }
      return bytes;
    }
  }

  /**
   * Puts an empty block before a function's entry block and lets the builder continue there. The
   * stack slots move into it, for they have a fixed place only in the entry block.
   *
   * @return what was the entry block
   */
  static LLVMBasicBlockRef prependEntry(
      LLVMValueRef function, LLVMBuilderRef builder, LlvmContext context) {
    LLVMBasicBlockRef old = LLVM.LLVMGetEntryBasicBlock(function);
    LLVM.LLVMPositionBuilderAtEnd(
        builder, LLVM.LLVMInsertBasicBlockInContext(context.handle(), old, context.emptyName()));
    for (LLVMValueRef slot : slots(old)) {
      LLVM.LLVMInstructionRemoveFromParent(slot);
      LLVM.LLVMInsertIntoBuilder(builder, slot);
    }
    return old;
  }

  private static List<LLVMValueRef> slots(LLVMBasicBlockRef entry) {
    List<LLVMValueRef> slots = new ArrayList<>();
    LLVMValueRef instruction = LLVM.LLVMGetFirstInstruction(entry);
    while (instruction != null) {
      if (LLVM.LLVMGetInstructionOpcode(instruction) == LLVM.LLVMAlloca) {
        slots.add(instruction);
      }
      instruction = LLVM.LLVMGetNextInstruction(instruction);
    }
    return slots;
  }
}
