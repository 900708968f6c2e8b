package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrBlock;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.ir.IrLocation;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.typed.PanicReason;

/**
 * The checks of one function. What happens where one fails is put behind everything else, so that
 * what succeeds runs straight on.
 */
final class Panics {
  private final FunctionScope scope;
  private final InstructionBuilder builder;
  private final List<Site> sites = new ArrayList<>();

  /** A block to be filled with the call that panics. */
  private record Site(
      IrBlock block,
      IrFunction callee,
      List<IrValue> operands,
      int offset,
      @Nullable IrLocation location) {}

  Panics(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
  }

  /** Continues where the condition holds, and panics at {@code offset} where not. */
  void require(IrValue condition, PanicReason reason, int offset) {
    requireElse(condition, block(reason, offset));
  }

  /** The block that panics for a reason, to branch to. */
  IrBlock block(PanicReason reason, int offset) {
    IrContext context = scope.context();
    String message = reason.message();
    return site(
        scope.module().runtime().panic(),
        List.of(
            scope.module().symbols().string(message),
            context.integer(context.integer(64), message.length())),
        offset);
  }

  /** Panics where the condition, that an index is below the length, does not hold. */
  void requireIndex(
      IrValue condition, IrValue index, IrValue length, boolean unsigned, int offset) {
    List<IrValue> operands = List.of(index, length, flags(unsigned ? 1 : 0));
    requireElse(condition, site(scope.module().runtime().panicIndex(), operands, offset));
  }

  /**
   * The block that panics for the bounds of a slice.
   *
   * @param unsigned which bounds are unsigned, as the runtime takes it
   */
  IrBlock sliceBlock(IrValue from, IrValue to, IrValue length, int unsigned, int offset) {
    List<IrValue> operands = List.of(from, to, length, flags(unsigned));
    return site(scope.module().runtime().panicSlice(), operands, offset);
  }

  private IrValue flags(int flags) {
    return scope.context().integer(scope.context().integer(32), flags);
  }

  /** Continues where the condition holds, and in {@code otherwise} where not. */
  void requireElse(IrValue condition, IrBlock otherwise) {
    IrBlock next = new IrBlock();
    builder.branchIf(condition, next, otherwise);
    scope.begin(next);
  }

  /** Panics here with a message of the program's. */
  void panic(IrValue message, IrValue length, int offset) {
    call(scope.module().runtime().panic(), List.of(message, length), offset);
  }

  private IrBlock site(IrFunction callee, List<IrValue> operands, int offset) {
    IrBlock block = new IrBlock();
    sites.add(new Site(block, callee, operands, offset, builder.location()));
    return block;
  }

  /** Writes the blocks that panic: the last thing in a function. */
  void finish() {
    for (Site site : sites) {
      builder.setLocation(site.location());
      scope.begin(site.block());
      call(site.callee(), site.operands(), site.offset());
    }
  }

  private void call(IrFunction callee, List<IrValue> operands, int offset) {
    if (!builder.isReachable()) {
      return;
    }
    List<IrValue> arguments = new ArrayList<>(operands);
    addPosition(scope.module(), scope.positions(), arguments, offset);
    builder.call(callee.type(), callee.address(), arguments);
    builder.endUnreachable();
  }

  /** Adds the file, the line and the column of an offset, as the runtime takes them. */
  static void addPosition(
      ModuleScope module, Positions positions, List<IrValue> arguments, int offset) {
    IrContext context = module.context();
    LinePosition position = positions.at(offset);
    arguments.add(module.fileName(positions.logicalName()));
    arguments.add(context.integer(context.integer(32), position.line()));
    arguments.add(context.integer(context.integer(32), position.column()));
  }
}
