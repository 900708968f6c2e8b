package org.pinklang.codegen.lower;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.Comparison;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrLocation;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.lower.Destination.Dropped;
import org.pinklang.codegen.lower.Destination.Stored;
import org.pinklang.codegen.lower.Operand.MemoryOperand;
import org.pinklang.codegen.lower.Operand.None;
import org.pinklang.codegen.lower.Operand.ScalarOperand;
import org.pinklang.codegen.lower.Operand.SliceOperand;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.PanicReason;
import org.pinklang.frontend.typed.TypedExpression;

/** Expressions and terms of every kind, handed to whoever lowers the kind. */
final class Expressions {
  private final FunctionScope scope;
  private final InstructionBuilder builder;

  Expressions(FunctionScope scope) {
    this.scope = scope;
    this.builder = scope.builder();
  }

  /** Evaluates an expression. */
  Operand evaluate(TypedExpression expression) {
    @Nullable IrLocation outer = builder.location();
    locate(expression);
    Operand result =
        switch (expression) {
          case TypedExpression.Constant constant ->
              scope.module().constants().operand(constant.value());
          case TypedExpression.StringValue string -> string(string);
          case TypedExpression.FunctionReference function ->
              new ScalarOperand(scope.module().symbols().function(function).address());
          case TypedExpression.StructValue value -> throughMemory(expression);
          case TypedExpression.TupleValue value -> throughMemory(expression);
          case TypedExpression.ArrayValue value -> throughMemory(expression);
          case TypedExpression.RepeatedArrayValue value -> throughMemory(expression);
          case TypedExpression.UnionValue value -> throughMemory(expression);
          case TypedExpression.LocalPlace place -> scope.places().read(place);
          case TypedExpression.GlobalPlace place -> scope.places().read(place);
          case TypedExpression.FieldAccess place -> scope.places().read(place);
          case TypedExpression.ElementAccess place -> scope.places().read(place);
          case TypedExpression.Dereference place -> scope.places().read(place);
          case TypedExpression.AddressOf addressOf ->
              new ScalarOperand(scope.places().address(addressOf.place()));
          case TypedExpression.SliceOf slice -> scope.slices().sliceOf(slice);
          case TypedExpression.SliceLength length ->
              new ScalarOperand(evaluate(length.slice()).length());
          case TypedExpression.SlicePointer pointer ->
              new ScalarOperand(evaluate(pointer.slice()).pointer());
          case TypedExpression.ArrayToSlice slice -> scope.slices().arrayToSlice(slice);
          case TypedExpression.Unwrap unwrap -> unwrap(unwrap);
          case TypedExpression.Convert convert -> scope.conversions().convert(convert);
          case TypedExpression.PointerCast cast -> evaluate(cast.operand());
          case TypedExpression.Binary binary -> scope.arithmetic().binary(binary);
          case TypedExpression.Negate negate -> scope.arithmetic().negate(negate);
          case TypedExpression.Complement complement -> scope.arithmetic().complement(complement);
          case TypedExpression.ShortCircuit shortCircuit -> scope.conditions().value(shortCircuit);
          case TypedExpression.Call call -> scope.calls().call(call);
          case TypedExpression.Assign assign -> scope.bindings().assign(assign);
          case TypedExpression.Discard discard -> evaluate(discard.value());
          case TypedExpression.Bind bind -> scope.bindings().bind(bind);
          case TypedExpression.BindTuple bind -> scope.bindings().bindTuple(bind);
          case TypedExpression.Panic panic -> panic(panic);
          case TypedExpression.Assert assertion -> assertion(assertion);
          case TypedExpression.Block block -> scope.branches().evaluateBlock(block);
          case TypedExpression.If conditional -> throughMemory(expression);
          case TypedExpression.Match match -> throughMemory(expression);
          case TypedExpression.While loop -> scope.loops().whileLoop(loop);
          case TypedExpression.ForRange loop -> scope.loops().forRange(loop);
          case TypedExpression.ForEach loop -> scope.loops().forEach(loop);
          case TypedExpression.Return value -> scope.calls().returnFrom(value);
          case TypedExpression.Break leave -> scope.loops().leave();
          case TypedExpression.Continue next -> scope.loops().next();
        };
    builder.setLocation(outer);
    return result;
  }

  /** Evaluates an expression and puts its value where it is wanted. */
  void evaluateInto(TypedExpression expression, Destination destination) {
    @Nullable IrLocation outer = builder.location();
    locate(expression);
    switch (expression) {
      case TypedExpression.Block block -> scope.branches().block(block, destination);
      case TypedExpression.If conditional -> scope.branches().conditional(conditional, destination);
      case TypedExpression.Match match -> scope.branches().match(match, destination);
      case TypedExpression.StructValue value -> scope.aggregates().struct(value, destination);
      case TypedExpression.TupleValue value -> scope.aggregates().tuple(value, destination);
      case TypedExpression.ArrayValue value -> scope.aggregates().array(value, destination);
      case TypedExpression.RepeatedArrayValue value ->
          scope.aggregates().repeatedArray(value, destination);
      case TypedExpression.UnionValue value -> scope.aggregates().union(value, destination);
      case TypedExpression.Call call -> scope.calls().callInto(call, destination);
      default -> put(evaluate(expression), expression, destination);
    }
    builder.setLocation(outer);
  }

  /** What chooses or lists others is in their places: to whoever steps it is nothing of its own. */
  private void locate(TypedExpression expression) {
    boolean isOfOthers =
        expression instanceof TypedExpression.Block
            || expression instanceof TypedExpression.If
            || expression instanceof TypedExpression.Match;
    if (!isOfOthers) {
      scope.debug().locate(expression.offset());
    }
  }

  private void put(Operand value, TypedExpression expression, Destination destination) {
    if (destination instanceof Stored(IrValue address)) {
      scope.memory().store(value, expression.type(), address);
    }
  }

  /** Evaluates an expression whose value nobody needs. */
  void drop(TypedExpression expression) {
    evaluateInto(expression, Dropped.DROPPED);
  }

  /** Evaluates an expression of a scalar type. */
  IrValue scalar(TypedExpression expression) {
    return evaluate(expression).scalar();
  }

  /**
   * Evaluates an expression whose value is still needed when others have been evaluated: those may
   * change the place that an aggregate lies in.
   */
  Operand evaluateBefore(TypedExpression expression, List<TypedExpression> others) {
    Operand value = evaluate(expression);
    if (value instanceof MemoryOperand
        && Purity.mayLieInPlace(expression)
        && !others.stream().allMatch(Purity::isPure)) {
      return new MemoryOperand(scope.memory().copyOf(value, expression.type()));
    }
    return value;
  }

  private Operand throughMemory(TypedExpression expression) {
    if (Representation.of(expression.type()) == Representation.NONE) {
      drop(expression);
      return None.NONE;
    }
    IrValue address = scope.memory().temporary(expression.type());
    evaluateInto(expression, new Stored(address));
    return scope.memory().load(expression.type(), address);
  }

  private Operand string(TypedExpression.StringValue string) {
    IrContext context = scope.context();
    return new SliceOperand(
        scope.module().symbols().string(string.bytes()),
        context.integer(context.integer(64), string.bytes().length()));
  }

  private Operand unwrap(TypedExpression.Unwrap unwrap) {
    IrValue pointer = scalar(unwrap.pointer());
    IrContext context = scope.context();
    IrValue notNil = builder.compare(Comparison.NE, pointer, context.zero(context.pointerType()));
    scope.panics().require(notNil, PanicReason.NIL_POINTER, unwrap.offset());
    return new ScalarOperand(pointer);
  }

  private Operand panic(TypedExpression.Panic panic) {
    Operand message = evaluate(panic.message());
    scope.panics().panic(message.pointer(), message.length(), panic.offset());
    return None.NONE;
  }

  private Operand assertion(TypedExpression.Assert assertion) {
    var holds = new org.pinklang.codegen.ir.IrBlock();
    scope
        .conditions()
        .branch(
            assertion.condition(),
            holds,
            scope.panics().block(PanicReason.ASSERTION_FAILED, assertion.offset()));
    scope.begin(holds);
    return None.NONE;
  }

  /** The integer that a constant expression is known to be, or {@code otherwise}. */
  static long knownInteger(TypedExpression expression, long otherwise) {
    return expression instanceof TypedExpression.Constant constant
            && constant.value() instanceof ConstantValue.IntegerConstant integer
        ? integer.value()
        : otherwise;
  }
}
