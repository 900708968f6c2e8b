package org.pinklang.codegen.lower;

import org.pinklang.codegen.ir.Cast;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Operand.MemoryOperand;
import org.pinklang.codegen.lower.Operand.None;
import org.pinklang.codegen.lower.Operand.ScalarOperand;
import org.pinklang.codegen.lower.Operand.SliceOperand;
import org.pinklang.frontend.type.Layout;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** Values on their way between registers and memory. */
final class Memory {

  /** Where the length lies in a slice. */
  static final int SLICE_LENGTH_OFFSET = 8;

  private final FunctionScope scope;
  private final InstructionBuilder builder;

  Memory(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
  }

  /** Reads what lies at an address; an aggregate stays there. */
  Operand load(PinkType type, IrValue address) {
    IrContext context = scope.context();
    return switch (Representation.of(type)) {
      case NONE -> None.NONE;
      case SCALAR -> new ScalarOperand(loadScalar(type, address));
      case SLICE ->
          new SliceOperand(
              builder.load(context.pointerType(), address),
              builder.load(context.integer(64), builder.field(address, SLICE_LENGTH_OFFSET)));
      case MEMORY -> new MemoryOperand(address);
    };
  }

  private IrValue loadScalar(PinkType type, IrValue address) {
    IrValue loaded = builder.load(scope.module().types().memory(type), address);
    return type == Scalar.BOOLEAN
        ? builder.cast(Cast.TRUNC, loaded, scope.context().boolType())
        : loaded;
  }

  /** Writes a value. */
  void store(Operand value, PinkType type, IrValue address) {
    switch (Representation.of(type)) {
      case NONE -> {}
      case SCALAR -> builder.store(asStored(type, value.scalar()), address);
      case SLICE -> {
        builder.store(value.pointer(), address);
        builder.store(value.length(), builder.field(address, SLICE_LENGTH_OFFSET));
      }
      case MEMORY -> copy(type, address, value.address());
    }
  }

  private IrValue asStored(PinkType type, IrValue value) {
    return type == Scalar.BOOLEAN
        ? builder.cast(Cast.ZEXT, value, scope.context().integer(8))
        : value;
  }

  /** Copies a value of a type. */
  void copy(PinkType type, IrValue to, IrValue from) {
    Layout layout = scope.layouts().layout(type);
    builder.copy(to, from, layout.size(), layout.alignment());
  }

  /** Memory for a value until the current term is over. */
  IrValue temporary(PinkType type) {
    return scope.frame().temporary(scope.layouts().size(type));
  }

  /** The address of memory that holds a value. */
  IrValue inMemory(Operand value, PinkType type) {
    return value instanceof MemoryOperand memory ? memory.address() : copyOf(value, type);
  }

  /** The address of memory of its own that holds a value. */
  IrValue copyOf(Operand value, PinkType type) {
    IrValue address = temporary(type);
    store(value, type, address);
    return address;
  }
}
