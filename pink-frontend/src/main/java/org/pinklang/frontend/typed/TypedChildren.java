package org.pinklang.frontend.typed;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The expressions directly inside an expression. */
public final class TypedChildren {
  private TypedChildren() {}

  /** Visits the expressions directly inside an expression, in the order of their evaluation. */
  public static void visit(TypedExpression expression, Consumer<TypedExpression> visitor) {
    switch (expression) {
      case TypedExpression.Constant constant -> {}
      case TypedExpression.StringValue string -> {}
      case TypedExpression.FunctionReference reference -> {}
      case TypedExpression.LocalPlace place -> {}
      case TypedExpression.GlobalPlace place -> {}
      case TypedExpression.Break jump -> {}
      case TypedExpression.Continue jump -> {}
      case TypedExpression.StructValue value ->
          value.fields().forEach(field -> accept(visitor, field.value()));
      case TypedExpression.TupleValue value -> accept(visitor, value.elements());
      case TypedExpression.ArrayValue value -> accept(visitor, value.elements());
      case TypedExpression.RepeatedArrayValue value -> accept(visitor, value.element());
      case TypedExpression.UnionValue value -> accept(visitor, value.payload());
      case TypedExpression.FieldAccess access -> accept(visitor, access.object());
      case TypedExpression.ElementAccess access -> accept(visitor, access.base(), access.index());
      case TypedExpression.Dereference dereference -> accept(visitor, dereference.pointer());
      case TypedExpression.AddressOf addressOf -> accept(visitor, addressOf.place());
      case TypedExpression.SliceOf slice -> {
        accept(visitor, slice.base());
        accept(visitor, slice.from(), slice.to());
      }
      case TypedExpression.SliceLength length -> accept(visitor, length.slice());
      case TypedExpression.SlicePointer pointer -> accept(visitor, pointer.slice());
      case TypedExpression.Unwrap unwrap -> accept(visitor, unwrap.pointer());
      case TypedExpression.Convert convert -> accept(visitor, convert.operand());
      case TypedExpression.PointerCast cast -> accept(visitor, cast.operand());
      case TypedExpression.ArrayToSlice toSlice -> accept(visitor, toSlice.pointer());
      case TypedExpression.Binary binary -> accept(visitor, binary.left(), binary.right());
      case TypedExpression.ShortCircuit binary -> accept(visitor, binary.left(), binary.right());
      case TypedExpression.Negate negate -> accept(visitor, negate.operand());
      case TypedExpression.Complement complement -> accept(visitor, complement.operand());
      case TypedExpression.Call call -> {
        accept(visitor, call.callee());
        accept(visitor, call.arguments());
      }
      case TypedExpression.Assign assign -> accept(visitor, assign.place(), assign.value());
      case TypedExpression.Discard discard -> accept(visitor, discard.value());
      case TypedExpression.Panic panic -> accept(visitor, panic.message());
      case TypedExpression.Assert assertion -> accept(visitor, assertion.condition());
      case TypedExpression.Block block -> accept(visitor, block.terms());
      case TypedExpression.If conditional -> conditional(visitor, conditional);
      case TypedExpression.Match match -> match(visitor, match);
      case TypedExpression.While loop -> accept(visitor, loop.condition(), loop.body());
      case TypedExpression.ForRange loop -> {
        accept(visitor, loop.from(), loop.to());
        accept(visitor, loop.body());
      }
      case TypedExpression.ForEach loop -> accept(visitor, loop.sequence(), loop.body());
      case TypedExpression.Bind bind -> accept(visitor, bind.value());
      case TypedExpression.BindTuple bind -> accept(visitor, bind.value());
      case TypedExpression.Return result -> accept(visitor, result.value());
    }
  }

  private static void conditional(
      Consumer<TypedExpression> visitor, TypedExpression.If conditional) {
    for (TypedExpression.ConditionalBranch branch : conditional.branches()) {
      accept(visitor, branch.condition(), branch.body());
    }
    accept(visitor, conditional.otherwise());
  }

  private static void match(Consumer<TypedExpression> visitor, TypedExpression.Match match) {
    accept(visitor, match.subject());
    match.arms().forEach(arm -> accept(visitor, arm.body()));
    accept(visitor, match.otherwise());
  }

  private static void accept(
      Consumer<TypedExpression> visitor,
      @Nullable TypedExpression first,
      @Nullable TypedExpression second) {
    accept(visitor, first);
    accept(visitor, second);
  }

  private static void accept(Consumer<TypedExpression> visitor, List<TypedExpression> expressions) {
    for (int i = 0; i < expressions.size(); i++) {
      visitor.accept(expressions.get(i));
    }
  }

  private static void accept(
      Consumer<TypedExpression> visitor, @Nullable TypedExpression expression) {
    if (expression != null) {
      visitor.accept(expression);
    }
  }
}
