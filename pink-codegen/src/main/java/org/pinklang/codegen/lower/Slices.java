package org.pinklang.codegen.lower;

import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.BinaryInstruction;
import org.pinklang.codegen.ir.Cast;
import org.pinklang.codegen.ir.Comparison;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrBlock;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Operand.SliceOperand;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.SliceOf;

/** Indices, slices and the addresses of elements. */
final class Slices {
  private final FunctionScope scope;
  private final InstructionBuilder builder;
  private final IrType i64;

  Slices(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
    this.i64 = scope.context().integer(64);
  }

  /** Evaluates an index of any integer type, extended to 64 bits. */
  IrValue index(TypedExpression expression) {
    IrValue value = scope.expressions().scalar(expression);
    return expression.type() instanceof Scalar scalar && scalar.bits() < 64
        ? builder.cast(scalar.isSigned() ? Cast.SEXT : Cast.ZEXT, value, i64)
        : value;
  }

  /**
   * Panics unless the index is below the length. Lengths are never negative, so that one unsigned
   * comparison also catches negative indices and unsigned ones past all lengths.
   */
  void checkIndex(TypedExpression.ElementAccess access, IrValue index, IrValue length) {
    IrValue inRange = builder.compare(Comparison.ULT, index, length);
    boolean unsigned = isUnsigned64(access.index());
    scope.panics().requireIndex(inRange, index, length, unsigned, access.offset());
  }

  /** The address of an element. */
  IrValue elementAddress(PinkType element, IrValue first, IrValue index) {
    if (!builder.isReachable() || scope.layouts().size(element) == 0) {
      return first;
    }
    return builder.element(scope.module().types().storage(element), first, asAddress(index));
  }

  /** The address of an element whose index was checked, which only optimising makes use of. */
  IrValue checkedElementAddress(PinkType element, IrValue first, IrValue index) {
    if (!builder.isReachable() || scope.layouts().size(element) == 0) {
      return first;
    }
    return scope.module().isOptimized()
        ? builder.elementInRange(scope.module().types().storage(element), first, asAddress(index))
        : elementAddress(element, first, index);
  }

  /** FastISel takes an index as it is, also where addresses are narrower. */
  private IrValue asAddress(IrValue index) {
    return scope.module().pointerBytes() < Long.BYTES
        ? builder.cast(Cast.TRUNC, index, scope.context().integer(32))
        : index;
  }

  /** {@code p} of type {@code *[T; n]} as a slice. */
  Operand arrayToSlice(TypedExpression.ArrayToSlice expression) {
    IrValue pointer = scope.expressions().scalar(expression.pointer());
    long length =
        expression.pointer().type() instanceof PinkType.Pointer type
                && type.target() instanceof PinkType.Array array
            ? array.length()
            : 0;
    return new SliceOperand(pointer, scope.context().integer(i64, length));
  }

  /** {@code base[from..to]}. */
  Operand sliceOf(SliceOf slice) {
    Base base = base(slice.base());
    IrValue from = bound(slice.from());
    IrValue to = bound(slice.to());
    IrValue start = from == null ? scope.context().integer(i64, 0) : from;
    IrValue length = base.length();
    if (length != null) {
      IrValue end = to == null ? length : to;
      check(slice, start, to, end, length);
      return part(slice.type().element(), base.pointer(), start, end, from != null);
    }
    IrValue end = to == null ? start : to;
    checkOrder(slice, start, end);
    return part(slice.type().element(), base.pointer(), start, end, from != null);
  }

  /** What is sliced; the length is null for memory behind a pointer. */
  private record Base(IrValue pointer, @Nullable IrValue length) {}

  private Base base(TypedExpression expression) {
    IrContext context = scope.context();
    if (expression.type() instanceof PinkType.Array array) {
      return new Base(scope.places().address(expression), context.integer(i64, array.length()));
    }
    Operand value = scope.expressions().evaluate(expression);
    return Representation.of(expression.type()) == Representation.SLICE
        ? new Base(value.pointer(), value.length())
        : new Base(value.scalar(), null);
  }

  private @Nullable IrValue bound(@Nullable TypedExpression bound) {
    return bound == null ? null : index(bound);
  }

  private void check(
      SliceOf slice, IrValue start, @Nullable IrValue to, IrValue end, IrValue length) {
    IrBlock panic = scope.panics().sliceBlock(start, end, length, unsigned(slice), slice.offset());
    if (slice.from() != null) {
      scope.panics().requireElse(builder.compare(Comparison.ULE, start, end), panic);
    }
    if (to != null) {
      scope.panics().requireElse(builder.compare(Comparison.ULE, end, length), panic);
    }
  }

  private void checkOrder(SliceOf slice, IrValue start, IrValue end) {
    IrValue unknown = scope.context().integer(i64, -1);
    boolean unsigned = isUnsigned64(slice.from()) && isUnsigned64(slice.to());
    IrValue ordered = builder.compare(unsigned ? Comparison.ULE : Comparison.SLE, start, end);
    IrBlock panic = scope.panics().sliceBlock(start, end, unknown, unsigned(slice), slice.offset());
    scope.panics().requireElse(ordered, panic);
  }

  private static int unsigned(SliceOf slice) {
    return (isUnsigned64(slice.from()) ? 1 : 0) + (isUnsigned64(slice.to()) ? 2 : 0);
  }

  private static boolean isUnsigned64(@Nullable TypedExpression bound) {
    return bound != null && bound.type() == Scalar.UNSIGNED64;
  }

  private Operand part(
      PinkType element, IrValue pointer, IrValue start, IrValue end, boolean moved) {
    return moved
        ? new SliceOperand(
            elementAddress(element, pointer, start),
            builder.binary(BinaryInstruction.SUB, end, start))
        : new SliceOperand(pointer, end);
  }
}
