package org.pinklang.codegen.llvm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;

/**
 * Keeps functions that call themselves on every way through them from being made loops: they run
 * out of stack, which is a panic, and would run for ever otherwise. Functions that recur but can
 * return keep that optimisation.
 */
public final class EndlessRecursion {
  private static final String NAME = "disable-tail-calls";
  private static final String VALUE = "true";

  private EndlessRecursion() {}

  /** Marks the functions of a module that has not been optimised yet. */
  public static void keep(LlvmModule module) {
    for (LlvmFunction function : module.definedFunctions()) {
      if (callsItselfOnEveryWay(function.handle())) {
        LLVM.LLVMAddAttributeAtIndex(
            function.handle(),
            (int) LLVM.LLVMAttributeFunctionIndex,
            LLVM.LLVMCreateStringAttribute(
                module.context().handle(), NAME, NAME.length(), VALUE, VALUE.length()));
      }
    }
  }

  private static boolean callsItselfOnEveryWay(LLVMValueRef function) {
    if (!isCalledIn(function)) {
      return false;
    }
    Deque<LLVMBasicBlockRef> open = new ArrayDeque<>();
    Set<Long> seen = new HashSet<>();
    open.add(LLVM.LLVMGetEntryBasicBlock(function));
    while (!open.isEmpty()) {
      LLVMBasicBlockRef block = open.removeLast();
      if (!seen.add(block.address()) || calls(block, function)) {
        continue;
      }
      LLVMValueRef end = LLVM.LLVMGetBasicBlockTerminator(block);
      if (LLVM.LLVMGetInstructionOpcode(end) == LLVM.LLVMRet) {
        return false;
      }
      for (int i = 0; i < LLVM.LLVMGetNumSuccessors(end); i++) {
        open.add(LLVM.LLVMGetSuccessor(end, i));
      }
    }
    return true;
  }

  /** Whether one of the function's uses is in its own body: few functions get further than this. */
  private static boolean isCalledIn(LLVMValueRef function) {
    for (var use = LLVM.LLVMGetFirstUse(function); use != null; use = LLVM.LLVMGetNextUse(use)) {
      LLVMValueRef user = LLVM.LLVMGetUser(use);
      if (LLVM.LLVMIsACallInst(user) != null
          && LLVM.LLVMGetBasicBlockParent(LLVM.LLVMGetInstructionParent(user)).equals(function)) {
        return true;
      }
    }
    return false;
  }

  private static boolean calls(LLVMBasicBlockRef block, LLVMValueRef function) {
    LLVMValueRef instruction = LLVM.LLVMGetFirstInstruction(block);
    while (instruction != null) {
      if (LLVM.LLVMGetInstructionOpcode(instruction) == LLVM.LLVMCall
          && LLVM.LLVMGetCalledValue(instruction).equals(function)) {
        return true;
      }
      instruction = LLVM.LLVMGetNextInstruction(instruction);
    }
    return false;
  }
}
