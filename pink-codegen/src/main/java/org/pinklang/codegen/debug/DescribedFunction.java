package org.pinklang.codegen.debug;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.DebugBuilder;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrLocation;
import org.pinklang.codegen.ir.IrMetadata;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.ir.IrVariable;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.typed.Local;

/** Tells debuggers about one function. */
final class DescribedFunction implements FunctionDebug {
  private final DebugBuilder builder;
  private final DebugTypes types;
  private final IntFunction<LinePosition> positions;
  private final IrMetadata file;
  private final InstructionBuilder instructions;
  private final int bodyOffset;
  private Block innermost;

  /** A block of the program; one without locals is not told to debuggers. */
  private static final class Block {
    private final @Nullable Block parent;
    private final int offset;
    private IrMetadata scope;
    private boolean isTold;

    Block(@Nullable Block parent, int offset, IrMetadata scope, boolean isTold) {
      this.parent = parent;
      this.offset = offset;
      this.scope = scope;
      this.isTold = isTold;
    }
  }

  /**
   * Begins a function.
   *
   * @param scope the function's own, which its parameters share with its body
   * @param bodyOffset where the body begins
   */
  DescribedFunction(
      DebugBuilder builder,
      DebugTypes types,
      IntFunction<LinePosition> positions,
      IrMetadata file,
      InstructionBuilder instructions,
      IrMetadata scope,
      int bodyOffset) {
    this.builder = builder;
    this.types = types;
    this.positions = positions;
    this.file = file;
    this.instructions = instructions;
    this.bodyOffset = bodyOffset;
    innermost = new Block(null, bodyOffset, scope, true);
  }

  @Override
  public void locate(int offset) {
    instructions.setLocation(location(offset));
  }

  private IrLocation location(int offset) {
    LinePosition position = positions.apply(offset);
    return new IrLocation(position.line(), position.column(), innermost.scope);
  }

  @Override
  public void enterBlock(int offset) {
    boolean isBody = innermost.parent == null && offset == bodyOffset;
    innermost = new Block(innermost, offset, innermost.scope, isBody);
  }

  @Override
  public void leaveBlock() {
    Block outer = innermost.parent;
    if (outer == null) {
      throw new IllegalStateException("no block has been begun");
    }
    innermost = outer;
  }

  @Override
  public void declare(Local local, IrValue address) {
    if (!innermost.isTold) {
      LinePosition begin = positions.apply(innermost.offset);
      innermost.scope = builder.block(innermost.scope, file, begin.line(), begin.column());
      innermost.isTold = true;
    }
    declare(local, 0, address);
  }

  @Override
  public void declareParameter(Local local, int number, IrValue address) {
    declare(local, number, address);
  }

  private void declare(Local local, int parameter, IrValue address) {
    if (instructions.isReachable()) {
      IrMetadata type = types.of(local.type());
      instructions.declare(
          new IrVariable(local.name(), parameter, file, type, location(local.offset())), address);
    }
  }
}
