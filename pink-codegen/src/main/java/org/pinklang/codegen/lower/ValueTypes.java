package org.pinklang.codegen.lower;

import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.type.Layout;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** The LLVM types of Pink's types, in registers and in memory. */
final class ValueTypes {
  private final IrContext context;
  private final TypeLayouts layouts;

  ValueTypes(IrContext context, TypeLayouts layouts) {
    this.context = context;
    this.layouts = layouts;
  }

  TypeLayouts layouts() {
    return layouts;
  }

  /** The type of a scalar in a register. */
  IrType register(PinkType type) {
    if (!(type instanceof Scalar scalar)) {
      return context.pointerType();
    }
    return scalar == Scalar.BOOLEAN ? context.boolType() : memory(scalar);
  }

  /** The type of a scalar in memory. */
  IrType memory(PinkType type) {
    if (!(type instanceof Scalar scalar)) {
      return context.pointerType();
    }
    return scalar.isFloat() ? context.floating(scalar.bits()) : context.integer(scalar.bits());
  }

  /** A type of the size and alignment of any value in memory. */
  IrType storage(PinkType type) {
    if (Representation.of(type) == Representation.SCALAR) {
      return memory(type);
    }
    Layout layout = layouts.layout(type);
    return context.storage(layout.size(), layout.alignment());
  }
}
