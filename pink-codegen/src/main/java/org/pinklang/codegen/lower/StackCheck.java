package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.ir.BinaryInstruction;
import org.pinklang.codegen.ir.Cast;
import org.pinklang.codegen.ir.Comparison;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrBlock;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;

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

  private StackCheck() {}

  /**
   * Ends the entry block with the check and goes on at {@code body}.
   *
   * @param frame what the frame may need
   * @param offset where the function's name stands
   */
  static void emit(
      ModuleScope module,
      InstructionBuilder builder,
      IrFunction function,
      FrameSize frame,
      int offset,
      IrBlock body) {
    // Debuggers stop at a function where its first instruction that has a place is.
    module.locateIn(function, builder, offset);
    IrBlock exhausted = new IrBlock();
    IrValue probe = frame.probe(module, builder);
    builder.branchIf(isBeyondLimit(module, builder, probe, frame.bytes()), exhausted, body);
    builder.begin(function, exhausted);
    report(module, builder, module.runtime().outOfStack(), offset, List.of());
    builder.branch(body);
    builder.setLocation(null);
  }

  /**
   * Gives a complete function with a large frame the check, and moves its body to a function of its
   * own that is entered after it.
   *
   * @param frame what the frame may need
   * @param offset where the function's name stands
   */
  static void emitBeforeFrame(
      ModuleScope module,
      InstructionBuilder builder,
      IrFunction function,
      FrameSize frame,
      int offset) {
    IrContext context = module.context();
    builder.splitBody(function, ".frame");
    builder.beginReached(function);
    IrValue probe = frame.probe(module, builder);
    IrBlock exhausted = new IrBlock();
    IrBlock enough = new IrBlock();
    builder.branchIf(isBeyondLimit(module, builder, probe, frame.bytes()), exhausted, enough);
    builder.begin(function, exhausted);
    IrValue bytes = context.integer(context.integer(64), frame.bytes());
    report(module, builder, module.runtime().outOfStackFor(), offset, List.of(bytes));
    builder.branch(enough);
    builder.begin(function, enough);
    builder.continueInBody();
  }

  private static IrValue isBeyondLimit(
      ModuleScope module, InstructionBuilder builder, IrValue probe, long frameBytes) {
    IrContext context = module.context();
    IrValue limit = builder.load(context.pointerType(), module.runtime().stackLimit());
    if (frameBytes <= SMALL_FRAME) {
      return builder.compare(Comparison.ULT, probe, limit);
    }
    IrType i64 = context.integer(64);
    IrValue needed =
        builder.binary(
            BinaryInstruction.ADD,
            builder.cast(Cast.PTRTOINT, limit, i64),
            context.integer(i64, frameBytes));
    return builder.compare(Comparison.ULT, builder.cast(Cast.PTRTOINT, probe, i64), needed);
  }

  private static void report(
      ModuleScope module,
      InstructionBuilder builder,
      IrFunction reporting,
      int offset,
      List<IrValue> more) {
    List<IrValue> arguments = new ArrayList<>(4);
    Panics.addPosition(module, module.positions(), arguments, offset);
    arguments.addAll(more);
    builder.call(reporting.type(), reporting.address(), arguments);
  }
}
