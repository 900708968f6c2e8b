package org.pinklang.frontend.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.ConstantValue.AddressConstant;
import org.pinklang.frontend.typed.ConstantValue.AggregateConstant;
import org.pinklang.frontend.typed.ConstantValue.BooleanConstant;
import org.pinklang.frontend.typed.ConstantValue.FunctionConstant;
import org.pinklang.frontend.typed.ConstantValue.IntegerConstant;
import org.pinklang.frontend.typed.ConstantValue.NullConstant;
import org.pinklang.frontend.typed.ConstantValue.RepeatedConstant;
import org.pinklang.frontend.typed.ConstantValue.SliceConstant;
import org.pinklang.frontend.typed.ConstantValue.StringAddressConstant;
import org.pinklang.frontend.typed.ConstantValue.UnionConstant;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.PanicReason;
import org.pinklang.frontend.typed.RangePanics;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * Evaluates typed expressions when compiling, exactly as the running program would. Takes only what
 * language.md section 3 calls a constant expression; only what is evaluated counts, so that a
 * branch not taken may hold anything.
 *
 * <p>Operands that come first are walked in a loop, so that a chain of any length needs no stack;
 * what is nested needs as much stack as it is deep.
 */
final class ConstantEvaluator {
  private final Environment environment;
  private final StepBudget budget;
  private final LocalCells locals;
  private final ConstantOperators operators;
  private final ConstantTerms terms;

  private ConstantEvaluator(Environment environment) {
    this.environment = environment;
    this.budget = new StepBudget(environment.checkpoint());
    this.locals = new LocalCells(budget);
    this.operators = new ConstantOperators(budget);
    this.terms = new ConstantTerms(this, locals);
  }

  /** What an expression may refer to. */
  interface Environment {

    /** Whether a global is a {@code const}. */
    boolean isConstant(SymbolId global);

    /** The value of a {@code const} global; null where it has errors, which have been reported. */
    @Nullable ConstantValue constant(SymbolId global);

    /** The value of a local of the function around the expression; null where it is not known. */
    @Nullable ConstantValue local(Local local);

    /** What a long evaluation calls now and then, and what may end it by throwing. */
    Runnable checkpoint();
  }

  /** Evaluates an expression. */
  static Evaluation evaluate(TypedExpression expression, Environment environment) {
    try {
      return new Evaluation.Value(new ConstantEvaluator(environment).value(expression));
    } catch (EvaluationStop stop) {
      return stop.outcome();
    }
  }

  /** The value of an expression. */
  ConstantValue value(TypedExpression expression) {
    return read(operand(expression), expression.offset());
  }

  /** The truth of a condition. */
  boolean truth(TypedExpression condition) {
    return ((BooleanConstant) value(condition)).value();
  }

  /** The value of an index or count of any integer type. */
  long integer(TypedExpression expression) {
    return ((IntegerConstant) value(expression)).value();
  }

  private Operand operand(TypedExpression expression) {
    TypedExpression first = firstOperand(expression);
    if (first == null) {
      return leaf(expression);
    }
    Deque<TypedExpression> pending = new ArrayDeque<>();
    TypedExpression at = expression;
    while (first != null) {
      pending.push(at);
      at = first;
      first = firstOperand(at);
    }
    Operand operand = leaf(at);
    while (!pending.isEmpty()) {
      operand = apply(pending.pop(), operand);
    }
    return operand;
  }

  /** What is evaluated first in an expression that then goes on with its value or place. */
  private static @Nullable TypedExpression firstOperand(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.FieldAccess access -> access.object();
      case TypedExpression.ElementAccess access -> access.base();
      case TypedExpression.Dereference dereference -> dereference.pointer();
      case TypedExpression.AddressOf addressOf -> addressOf.place();
      case TypedExpression.SliceOf slice -> slice.base();
      case TypedExpression.SliceLength length -> length.slice();
      case TypedExpression.SlicePointer pointer -> pointer.slice();
      case TypedExpression.Unwrap unwrap -> unwrap.pointer();
      case TypedExpression.Convert convert -> convert.operand();
      case TypedExpression.PointerCast cast -> cast.operand();
      case TypedExpression.ArrayToSlice toSlice -> toSlice.pointer();
      case TypedExpression.Binary binary -> binary.left();
      case TypedExpression.ShortCircuit shortCircuit -> shortCircuit.left();
      case TypedExpression.Negate negate -> negate.operand();
      case TypedExpression.Complement complement -> complement.operand();
      case TypedExpression.Discard discard -> discard.value();
      default -> null;
    };
  }

  private Operand apply(TypedExpression expression, Operand first) {
    return switch (expression) {
      case TypedExpression.FieldAccess access -> part(first, access.index());
      case TypedExpression.ElementAccess access -> element(access, first);
      case TypedExpression.AddressOf addressOf ->
          new Operand.Value(address(first, addressOf.type(), addressOf.offset()));
      case TypedExpression.SliceOf slice -> new Operand.Value(slice(slice, first));
      default -> applyToValue(expression, read(first, expression.offset()));
    };
  }

  private Operand applyToValue(TypedExpression expression, ConstantValue first) {
    if (expression instanceof TypedExpression.Dereference dereference) {
      return target(first, dereference.offset());
    }
    return new Operand.Value(
        switch (expression) {
          case TypedExpression.SliceLength length ->
              new IntegerConstant(Scalar.INTEGER64, ((SliceConstant) first).length());
          case TypedExpression.SlicePointer pointer ->
              ConstantParts.retyped(((SliceConstant) first).pointer(), pointer.type());
          case TypedExpression.Unwrap unwrap -> unwrap(first, unwrap);
          case TypedExpression.Convert convert -> ScalarConversion.convert(first, convert.type());
          case TypedExpression.PointerCast cast -> cast(first, cast);
          case TypedExpression.ArrayToSlice toSlice -> toSlice(first, toSlice);
          case TypedExpression.Binary binary ->
              operators.binary(binary.operator(), first, value(binary.right()), binary.offset());
          case TypedExpression.ShortCircuit shortCircuit ->
              ((BooleanConstant) first).value() == shortCircuit.isAnd()
                  ? value(shortCircuit.right())
                  : first;
          case TypedExpression.Negate negate -> ConstantOperators.negate(first);
          case TypedExpression.Complement complement -> ConstantOperators.complement(first);
          default -> first;
        });
  }

  // ---- what has no first operand ---------------------------------------------------------------

  private Operand leaf(TypedExpression expression) {
    if (TypeParts.isErroneous(expression.type())) {
      throw EvaluationStop.unavailable();
    }
    return switch (expression) {
      case TypedExpression.LocalPlace place -> local(place);
      case TypedExpression.GlobalPlace place ->
          Operand.GlobalPart.whole(place.symbol(), place.type());
      case TypedExpression.Constant constant -> new Operand.Value(constant.value());
      case TypedExpression.StringValue text ->
          new Operand.Value(
              new SliceConstant(
                  PinkType.Slice.OF_BYTES,
                  new StringAddressConstant(
                      new PinkType.Pointer(Scalar.UNSIGNED8, false), text.bytes(), 0),
                  text.bytes().length()));
      case TypedExpression.FunctionReference function ->
          new Operand.Value(new FunctionConstant(function));
      case TypedExpression.StructValue struct -> new Operand.Value(struct(struct));
      case TypedExpression.TupleValue tuple ->
          new Operand.Value(new AggregateConstant(tuple.type(), values(tuple.elements())));
      case TypedExpression.ArrayValue array ->
          new Operand.Value(new AggregateConstant(array.type(), values(array.elements())));
      case TypedExpression.RepeatedArrayValue array ->
          new Operand.Value(new RepeatedConstant(array.type(), value(array.element())));
      case TypedExpression.UnionValue union -> new Operand.Value(union(union));
      default -> new Operand.Value(terms.evaluate(expression));
    };
  }

  private Operand local(TypedExpression.LocalPlace place) {
    LocalCells.Cell cell = locals.find(place.local());
    if (cell != null) {
      return Operand.LocalPart.whole(cell, place.local().name());
    }
    ConstantValue known = environment.local(place.local());
    if (known == null) {
      throw EvaluationStop.notConstant(
          place.offset(), "it reads the variable `" + place.local().name() + "`");
    }
    return new Operand.Value(known);
  }

  private List<ConstantValue> values(List<TypedExpression> expressions) {
    List<ConstantValue> values = new ArrayList<>(expressions.size());
    for (TypedExpression expression : expressions) {
      values.add(value(expression));
    }
    return values;
  }

  private ConstantValue struct(TypedExpression.StructValue struct) {
    ConstantValue[] fields = new ConstantValue[struct.fields().size()];
    for (TypedExpression.FieldInitializer field : struct.fields()) {
      fields[field.index()] = value(field.value());
    }
    return new AggregateConstant(struct.type(), List.of(fields));
  }

  private ConstantValue union(TypedExpression.UnionValue union) {
    TypedExpression payload = union.payload();
    return new UnionConstant(
        union.type(), union.alternative(), payload == null ? null : value(payload));
  }

  // ---- places and addresses --------------------------------------------------------------------

  private ConstantValue read(Operand operand, int offset) {
    return switch (operand) {
      case Operand.Value value -> value.value();
      case Operand.LocalPart part -> locals.read(part.cell(), part.path(), offset);
      case Operand.StringByte at -> stringByte(at, offset);
      case Operand.GlobalPart part -> readGlobal(part, offset);
    };
  }

  private ConstantValue readGlobal(Operand.GlobalPart part, int offset) {
    if (!environment.isConstant(part.global())) {
      throw EvaluationStop.notConstant(
          offset, "it reads the variable `" + part.global().display() + "`");
    }
    ConstantValue whole = environment.constant(part.global());
    if (whole == null) {
      throw EvaluationStop.unavailable();
    }
    return ConstantParts.at(whole, part.path());
  }

  private static ConstantValue stringByte(Operand.StringByte at, int offset) {
    if (at.offset() > at.bytes().length()) {
      throw EvaluationStop.notConstant(offset, "it reads past the end of a string literal");
    }
    int index = (int) at.offset();
    return new IntegerConstant(
        Scalar.UNSIGNED8, index == at.bytes().length() ? 0 : at.bytes().charAt(index));
  }

  private static Operand part(Operand whole, long index) {
    return switch (whole) {
      case Operand.Value value -> new Operand.Value(ConstantParts.at(value.value(), index));
      case Operand.LocalPart local -> {
        local.path().add(index);
        yield local;
      }
      case Operand.GlobalPart global -> {
        global.path().add(index);
        yield global;
      }
      case Operand.StringByte text -> throw new IllegalArgumentException("a byte has no parts");
    };
  }

  private Operand element(TypedExpression.ElementAccess access, Operand base) {
    if (access.base().type() instanceof PinkType.Array array) {
      long index = checkedIndex(access, array.length());
      return part(base, index);
    }
    SliceConstant slice = (SliceConstant) read(base, access.offset());
    return ConstantParts.element(slice, checkedIndex(access, slice.length()));
  }

  private long checkedIndex(TypedExpression.ElementAccess access, long length) {
    long index = integer(access.index());
    if (!IntegerArithmetic.isBelow(index, length)) {
      throw EvaluationStop.panics(
          access.offset(), RangePanics.index(access.index().type(), index, length));
    }
    return index;
  }

  private static ConstantValue address(Operand place, PinkType.Pointer type, int offset) {
    return switch (place) {
      case Operand.GlobalPart global -> global.address(type);
      case Operand.StringByte text -> new StringAddressConstant(type, text.bytes(), text.offset());
      case Operand.LocalPart local ->
          throw EvaluationStop.notConstant(
              offset, "it takes the address of the local `" + local.name() + "`");
      case Operand.Value value ->
          throw EvaluationStop.notConstant(offset, "it takes the address of a local");
    };
  }

  private static Operand target(ConstantValue pointer, int offset) {
    return switch (pointer) {
      case AddressConstant address -> Operand.GlobalPart.at(address);
      case StringAddressConstant text -> new Operand.StringByte(text.bytes(), text.offset());
      default -> throw EvaluationStop.panics(offset, PanicReason.NIL_POINTER);
    };
  }

  private static ConstantValue unwrap(ConstantValue pointer, TypedExpression.Unwrap unwrap) {
    if (pointer instanceof NullConstant) {
      throw EvaluationStop.panics(unwrap.offset(), PanicReason.NIL_POINTER);
    }
    return ConstantParts.retyped(pointer, unwrap.type());
  }

  private static ConstantValue cast(ConstantValue pointer, TypedExpression.PointerCast cast) {
    boolean sameTarget =
        pointer.type() instanceof PinkType.Pointer from
            && from.target().equals(cast.type().target());
    if (!sameTarget && !(pointer instanceof NullConstant)) {
      throw EvaluationStop.notConstant(cast.offset(), "it converts an address");
    }
    return ConstantParts.retyped(pointer, cast.type());
  }

  // ---- slices ----------------------------------------------------------------------------------

  private static ConstantValue toSlice(
      ConstantValue pointer, TypedExpression.ArrayToSlice toSlice) {
    AddressConstant address = (AddressConstant) pointer;
    PinkType.Array array = (PinkType.Array) address.type().target();
    return ConstantParts.slice(toSlice.type(), address, array, 0, array.length());
  }

  private ConstantValue slice(TypedExpression.SliceOf slice, Operand base) {
    if (slice.base().type() instanceof PinkType.Array array) {
      return sliceOfArray(slice, base, array);
    }
    if (!(read(base, slice.offset()) instanceof SliceConstant whole)) {
      throw EvaluationStop.notConstant(slice.offset(), "it makes a slice of a pointer");
    }
    long from = bound(slice.from(), 0);
    long to = bound(slice.to(), whole.length());
    checkBounds(slice, from, to, whole.length());
    return ConstantParts.slice(whole, from, to - from);
  }

  private ConstantValue sliceOfArray(
      TypedExpression.SliceOf slice, Operand base, PinkType.Array array) {
    if (!(base instanceof Operand.GlobalPart global)) {
      throw EvaluationStop.notConstant(slice.offset(), "it makes a slice of a local array");
    }
    if (!environment.isConstant(global.global())) {
      throw EvaluationStop.notConstant(
          slice.offset(), "it makes a slice of the variable `" + global.global().display() + "`");
    }
    long from = bound(slice.from(), 0);
    long to = bound(slice.to(), array.length());
    checkBounds(slice, from, to, array.length());
    AddressConstant address = global.address(new PinkType.Pointer(array, false));
    return ConstantParts.slice(slice.type(), address, array, from, to - from);
  }

  private long bound(@Nullable TypedExpression bound, long otherwise) {
    return bound == null ? otherwise : integer(bound);
  }

  private static void checkBounds(TypedExpression.SliceOf slice, long from, long to, long length) {
    boolean inRange = Long.compareUnsigned(from, to) <= 0 && Long.compareUnsigned(to, length) <= 0;
    if (!inRange) {
      throw EvaluationStop.panics(
          slice.offset(),
          RangePanics.slice(boundType(slice.from()), from, boundType(slice.to()), to, length));
    }
  }

  private static PinkType boundType(@Nullable TypedExpression bound) {
    return bound == null ? Scalar.INTEGER64 : bound.type();
  }
}
