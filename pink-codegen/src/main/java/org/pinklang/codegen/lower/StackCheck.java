package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.llvm.BinaryInstruction;
import org.pinklang.codegen.llvm.BodySplit;
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

  /**
   * Frames over this size might reach below what the runtime keeps, before they are checked: the
   * whole frame is taken at the function's entry.
   */
  static final long LARGE_FRAME = 32 << 10;

  /** What the registers of a function may need on the stack without being reckoned with. */
  private static final long UNRECKONED_BYTES = 1 << 16;

  /** Registers go to the stack mostly where blocks end, about one slot for each. */
  private static final long BYTES_PER_BLOCK = 8;

  private StackCheck() {}

  /** About what the frame of a function needs, given its slots and blocks. */
  static long frameBytes(long slotBytes, int blocks) {
    return slotBytes + Math.max(0, blocks * BYTES_PER_BLOCK - UNRECKONED_BYTES);
  }

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
    report(module, builder, module.runtime().outOfStack(), offset, List.of());
    builder.branch(body);
  }

  /**
   * Gives a complete function with a large frame the check, and moves its body to a function of its
   * own that is entered after it.
   *
   * @param frameBytes what the frame may need
   * @param offset where the function's name stands
   */
  static void emitBeforeFrame(
      ModuleScope module,
      InstructionBuilder builder,
      LlvmFunction function,
      long frameBytes,
      int offset) {
    LlvmContext context = module.context();
    BodySplit split = BodySplit.of(module.module(), function, ".frame");
    builder.beginReached(function);
    LlvmValue probe = builder.alloca(context.integer(8));
    LlvmBlock exhausted = new LlvmBlock();
    LlvmBlock enough = new LlvmBlock();
    builder.branchIf(isBeyondLimit(module, builder, probe, frameBytes), exhausted, enough);
    builder.begin(function, exhausted);
    LlvmValue bytes = context.integer(context.integer(64), frameBytes);
    report(module, builder, module.runtime().outOfStackFor(), offset, List.of(bytes));
    builder.branch(enough);
    builder.begin(function, enough);
    split.continueInBody(builder, context);
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

  private static void report(
      ModuleScope module,
      InstructionBuilder builder,
      LlvmFunction reporting,
      int offset,
      List<LlvmValue> more) {
    List<LlvmValue> arguments = new ArrayList<>(4);
    Panics.addPosition(module, arguments, offset);
    arguments.addAll(more);
    builder.call(reporting.type(), reporting.address(), arguments);
  }
}
