package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.llvm.BinaryInstruction;
import org.pinklang.codegen.llvm.Cast;
import org.pinklang.codegen.llvm.Comparison;
import org.pinklang.codegen.llvm.InstructionBuilder;
import org.pinklang.codegen.llvm.LlvmBlock;
import org.pinklang.codegen.llvm.LlvmContext;
import org.pinklang.codegen.llvm.LlvmFunction;
import org.pinklang.codegen.llvm.LlvmType;
import org.pinklang.codegen.llvm.LlvmValue;

/**
 * The check at a function's entry that the stack has room for its frame. Below the limit the
 * runtime keeps enough for small frames, so only larger ones are reckoned with.
 */
final class StackCheck {

  /** Frames up to this size fit below the limit, and need no check where nothing is called. */
  static final long SMALL_FRAME = 4096;

  private StackCheck() {}

  /**
   * Ends the entry block with the check and goes on at {@code body}.
   *
   * @param frameBytes what the frame may need
   * @param offset where the function's name stands
   */
  static void emit(
      ModuleScope module,
      InstructionBuilder builder,
      LlvmFunction function,
      long frameBytes,
      int offset,
      LlvmBlock body) {
    LlvmBlock exhausted = new LlvmBlock();
    LlvmValue probe = builder.alloca(module.context().integer(8));
    builder.branchIf(isBeyondLimit(module, builder, probe, frameBytes), exhausted, body);
    builder.begin(function, exhausted);
    report(module, builder, offset);
    builder.branch(body);
  }

  private static LlvmValue isBeyondLimit(
      ModuleScope module, InstructionBuilder builder, LlvmValue probe, long frameBytes) {
    LlvmContext context = module.context();
    LlvmValue limit = builder.load(context.pointerType(), module.runtime().stackLimit());
    if (frameBytes <= SMALL_FRAME) {
      return builder.compare(Comparison.ULT, probe, limit);
    }
    LlvmType i64 = context.integer(64);
    LlvmValue needed =
        builder.binary(
            BinaryInstruction.ADD,
            builder.cast(Cast.PTRTOINT, limit, i64),
            context.integer(i64, frameBytes));
    return builder.compare(Comparison.ULT, builder.cast(Cast.PTRTOINT, probe, i64), needed);
  }

  /** Reports that the stack has run out, without looking at it. */
  static void report(ModuleScope module, InstructionBuilder builder, int offset) {
    LlvmFunction outOfStack = module.runtime().outOfStack();
    List<LlvmValue> arguments = new ArrayList<>(3);
    Panics.addPosition(module, arguments, offset);
    builder.call(outOfStack.type(), outOfStack.address(), arguments);
  }
}
