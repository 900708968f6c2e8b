package org.pinklang.codegen.lower;

import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.llvm.BinaryInstruction;
import org.pinklang.codegen.llvm.Cast;
import org.pinklang.codegen.llvm.Comparison;
import org.pinklang.codegen.llvm.InstructionBuilder;
import org.pinklang.codegen.llvm.LlvmBlock;
import org.pinklang.codegen.llvm.LlvmContext;
import org.pinklang.codegen.llvm.LlvmType;
import org.pinklang.codegen.llvm.LlvmValue;
import org.pinklang.codegen.lower.Operand.SliceOperand;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.SliceOf;

/** Indices, slices and the addresses of elements. */
final class Slices {
  private final FunctionScope scope;
  private final InstructionBuilder builder;
  private final LlvmType i64;

  Slices(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
    this.i64 = scope.context().integer(64);
  }

  /** Evaluates an index of any integer type, extended to 64 bits. */
  LlvmValue index(TypedExpression expression) {
    LlvmValue value = scope.expressions().scalar(expression);
    return expression.type() instanceof Scalar scalar && scalar.bits() < 64
        ? builder.cast(scalar.isSigned() ? Cast.SEXT : Cast.ZEXT, value, i64)
        : value;
  }

  /**
   * Panics unless the index is below the length. Lengths are never negative, so that one unsigned
   * comparison also catches negative indices and unsigned ones past all lengths.
   */
  void checkIndex(TypedExpression.ElementAccess access, LlvmValue index, LlvmValue length) {
    LlvmValue inRange = builder.compare(Comparison.ULT, index, length);
    boolean unsigned = isUnsigned64(access.index());
    scope.panics().requireIndex(inRange, index, length, unsigned, access.offset());
  }

  /** The address of an element. */
  LlvmValue elementAddress(PinkType element, LlvmValue first, LlvmValue index) {
    if (!builder.isReachable() || scope.layouts().size(element) == 0) {
      return first;
    }
    return builder.element(scope.module().types().storage(element), first, index);
  }

  /** {@code p} of type {@code *[T; n]} as a slice. */
  Operand arrayToSlice(TypedExpression.ArrayToSlice expression) {
    LlvmValue pointer = scope.expressions().scalar(expression.pointer());
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
    LlvmValue from = bound(slice.from());
    LlvmValue to = bound(slice.to());
    LlvmValue start = from == null ? scope.context().integer(i64, 0) : from;
    LlvmValue length = base.length();
    if (length != null) {
      LlvmValue end = to == null ? length : to;
      check(slice, start, to, end, length);
      return part(slice.type().element(), base.pointer(), start, end, from != null);
    }
    LlvmValue end = to == null ? start : to;
    checkOrder(slice, start, end);
    return part(slice.type().element(), base.pointer(), start, end, from != null);
  }

  /** What is sliced; the length is null for memory behind a pointer. */
  private record Base(LlvmValue pointer, @Nullable LlvmValue length) {}

  private Base base(TypedExpression expression) {
    LlvmContext context = scope.context();
    if (expression.type() instanceof PinkType.Array array) {
      return new Base(scope.places().address(expression), context.integer(i64, array.length()));
    }
    Operand value = scope.expressions().evaluate(expression);
    return Representation.of(expression.type()) == Representation.SLICE
        ? new Base(value.pointer(), value.length())
        : new Base(value.scalar(), null);
  }

  private @Nullable LlvmValue bound(@Nullable TypedExpression bound) {
    return bound == null ? null : index(bound);
  }

  private void check(
      SliceOf slice, LlvmValue start, @Nullable LlvmValue to, LlvmValue end, LlvmValue length) {
    LlvmBlock panic =
        scope.panics().sliceBlock(start, end, length, unsigned(slice), slice.offset());
    if (slice.from() != null) {
      scope.panics().requireElse(builder.compare(Comparison.ULE, start, end), panic);
    }
    if (to != null) {
      scope.panics().requireElse(builder.compare(Comparison.ULE, end, length), panic);
    }
  }

  private void checkOrder(SliceOf slice, LlvmValue start, LlvmValue end) {
    LlvmValue unknown = scope.context().integer(i64, -1);
    boolean unsigned = isUnsigned64(slice.from()) && isUnsigned64(slice.to());
    LlvmValue ordered = builder.compare(unsigned ? Comparison.ULE : Comparison.SLE, start, end);
    LlvmBlock panic =
        scope.panics().sliceBlock(start, end, unknown, unsigned(slice), slice.offset());
    scope.panics().requireElse(ordered, panic);
  }

  private static int unsigned(SliceOf slice) {
    return (isUnsigned64(slice.from()) ? 1 : 0) + (isUnsigned64(slice.to()) ? 2 : 0);
  }

  private static boolean isUnsigned64(@Nullable TypedExpression bound) {
    return bound != null && bound.type() == Scalar.UNSIGNED64;
  }

  private Operand part(
      PinkType element, LlvmValue pointer, LlvmValue start, LlvmValue end, boolean moved) {
    return moved
        ? new SliceOperand(
            elementAddress(element, pointer, start),
            builder.binary(BinaryInstruction.SUB, end, start))
        : new SliceOperand(pointer, end);
  }
}
