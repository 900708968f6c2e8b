package org.pinklang.codegen.lower;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.BinaryInstruction;
import org.pinklang.codegen.ir.Comparison;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrBlock;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Destination.Dropped;
import org.pinklang.codegen.lower.Destination.Stored;
import org.pinklang.frontend.type.Layout;
import org.pinklang.frontend.type.Layouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.ArrayValue;
import org.pinklang.frontend.typed.TypedExpression.FieldInitializer;
import org.pinklang.frontend.typed.TypedExpression.RepeatedArrayValue;
import org.pinklang.frontend.typed.TypedExpression.StructValue;
import org.pinklang.frontend.typed.TypedExpression.TupleValue;
import org.pinklang.frontend.typed.TypedExpression.UnionValue;

/** Structs, tuples, arrays and unions, built where they are wanted. */
final class Aggregates {
  /** Tables of constants of at least this many elements are copied, not stored one by one. */
  private static final int MIN_TABLE = 8;

  private final FunctionScope scope;
  private final InstructionBuilder builder;
  private final IrContext context;

  Aggregates(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
    this.context = scope.context();
  }

  /** Builds a struct, its fields in the order written. */
  void struct(StructValue value, Destination destination) {
    long[] offsets = scope.layouts().fields(value.type()).offsets();
    for (FieldInitializer field : value.fields()) {
      part(field.value(), destination, offsets[field.index()]);
    }
  }

  /** Builds a tuple. */
  void tuple(TupleValue value, Destination destination) {
    long[] offsets = scope.layouts().fields(value.type()).offsets();
    for (int i = 0; i < offsets.length; i++) {
      part(value.elements().get(i), destination, offsets[i]);
    }
  }

  /** Builds an array from its elements. */
  void array(ArrayValue value, Destination destination) {
    ConstantValue table = constantTable(value);
    if (table != null) {
      if (destination instanceof Stored(IrValue address)) {
        Operand constant = scope.module().constants().operand(table);
        scope.memory().store(constant, value.type(), address);
      }
      return;
    }
    long size = scope.layouts().size(value.type().element());
    for (int i = 0; i < value.elements().size(); i++) {
      part(value.elements().get(i), destination, i * size);
    }
  }

  private static @Nullable ConstantValue constantTable(ArrayValue value) {
    List<TypedExpression> elements = value.elements();
    if (elements.size() < MIN_TABLE
        || !elements.stream().allMatch(TypedExpression.Constant.class::isInstance)) {
      return null;
    }
    return new ConstantValue.AggregateConstant(
        value.type(),
        elements.stream().map(element -> ((TypedExpression.Constant) element).value()).toList());
  }

  /** Builds a union. */
  void union(UnionValue value, Destination destination) {
    TypedExpression payload = value.payload();
    if (payload != null) {
      part(payload, destination, scope.layouts().payloadOffset(value.type()));
    }
    if (destination instanceof Stored(IrValue address)) {
      IrType tag = context.integer(8 * Layouts.tagBytes(scope.layouts().union(value.type())));
      builder.store(context.integer(tag, value.alternative()), address);
    }
  }

  private void part(TypedExpression value, Destination whole, long offset) {
    scope.expressions().evaluateInto(value, at(whole, offset));
  }

  private Destination at(Destination whole, long offset) {
    return whole instanceof Stored(IrValue address)
        ? new Stored(builder.field(address, offset))
        : Dropped.DROPPED;
  }

  // ---- arrays of equal elements -------------------------------------------------------------

  /** Builds {@code [e; n]}. */
  void repeatedArray(RepeatedArrayValue value, Destination destination) {
    PinkType element = value.type().element();
    Layout layout = scope.layouts().layout(element);
    if (!(destination instanceof Stored(IrValue address))
        || layout.size() == 0
        || value.type().length() == 0) {
      scope.expressions().drop(value.element());
      return;
    }
    if (value.element() instanceof TypedExpression.Constant constant
        && Constants.isZero(constant.value())) {
      long size = scope.layouts().size(value.type());
      builder.fill(address, context.integer(context.integer(8), 0), size, layout.alignment());
      return;
    }
    scope.expressions().evaluateInto(value.element(), new Stored(address));
    if (layout.size() == 1 && Representation.of(element) == Representation.SCALAR) {
      IrValue first = builder.load(context.integer(8), address);
      builder.fill(address, first, value.type().length(), 1);
    } else if (value.type().length() > 1) {
      copyFirst(value.type(), address);
    }
  }

  /** Copies the first element of an array to all the others. */
  private void copyFirst(PinkType.Array array, IrValue first) {
    PinkType element = array.element();
    Operand scalars =
        Representation.of(element) == Representation.MEMORY
            ? new Operand.MemoryOperand(first)
            : scope.memory().load(element, first);
    IrType i64 = context.integer(64);
    IrValue counter = scope.frame().temporary(8);
    IrBlock round = new IrBlock();
    IrBlock done = new IrBlock();
    builder.store(context.integer(i64, 1), counter);
    builder.branch(round);
    scope.begin(round);
    IrValue index = builder.load(i64, counter);
    scope.memory().store(scalars, element, scope.slices().elementAddress(element, first, index));
    IrValue next = builder.binary(BinaryInstruction.ADD, index, context.integer(i64, 1));
    builder.store(next, counter);
    IrValue more = builder.compare(Comparison.ULT, next, context.integer(i64, array.length()));
    builder.branchIf(more, round, done);
    scope.begin(done);
  }
}
