package org.pinklang.frontend.typed;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The expressions directly inside an expression. */
public final class TypedChildren {
  private final Consumer<TypedExpression> visitor;

  private TypedChildren(Consumer<TypedExpression> visitor) {
    this.visitor = visitor;
  }

  /** Visits the expressions directly inside an expression, in the order of their evaluation. */
  public static void visit(TypedExpression expression, Consumer<TypedExpression> visitor) {
    new TypedChildren(visitor).children(expression);
  }

  private void children(TypedExpression expression) {
    switch (expression) {
      case TypedExpression.Constant constant -> {}
      case TypedExpression.StringValue string -> {}
      case TypedExpression.FunctionReference reference -> {}
      case TypedExpression.LocalPlace place -> {}
      case TypedExpression.GlobalPlace place -> {}
      case TypedExpression.Break jump -> {}
      case TypedExpression.Continue jump -> {}
      case TypedExpression.StructValue value ->
          value.fields().forEach(field -> visit(field.value()));
      case TypedExpression.TupleValue value -> visit(value.elements());
      case TypedExpression.ArrayValue value -> visit(value.elements());
      case TypedExpression.RepeatedArrayValue value -> visit(value.element());
      case TypedExpression.UnionValue value -> visit(value.payload());
      case TypedExpression.FieldAccess access -> visit(access.object());
      case TypedExpression.ElementAccess access -> visit(access.base(), access.index());
      case TypedExpression.Dereference dereference -> visit(dereference.pointer());
      case TypedExpression.AddressOf addressOf -> visit(addressOf.place());
      case TypedExpression.SliceOf slice -> {
        visit(slice.base());
        visit(slice.from(), slice.to());
      }
      case TypedExpression.SliceLength length -> visit(length.slice());
      case TypedExpression.SlicePointer pointer -> visit(pointer.slice());
      case TypedExpression.Unwrap unwrap -> visit(unwrap.pointer());
      case TypedExpression.Convert convert -> visit(convert.operand());
      case TypedExpression.PointerCast cast -> visit(cast.operand());
      case TypedExpression.ArrayToSlice toSlice -> visit(toSlice.pointer());
      case TypedExpression.Binary binary -> visit(binary.left(), binary.right());
      case TypedExpression.ShortCircuit binary -> visit(binary.left(), binary.right());
      case TypedExpression.Negate negate -> visit(negate.operand());
      case TypedExpression.Complement complement -> visit(complement.operand());
      case TypedExpression.Call call -> {
        visit(call.callee());
        visit(call.arguments());
      }
      case TypedExpression.Assign assign -> visit(assign.place(), assign.value());
      case TypedExpression.Discard discard -> visit(discard.value());
      case TypedExpression.Panic panic -> visit(panic.message());
      case TypedExpression.Assert assertion -> visit(assertion.condition());
      case TypedExpression.Block block -> visit(block.terms());
      case TypedExpression.If conditional -> conditional(conditional);
      case TypedExpression.Match match -> match(match);
      case TypedExpression.While loop -> visit(loop.condition(), loop.body());
      case TypedExpression.ForRange loop -> {
        visit(loop.from(), loop.to());
        visit(loop.body());
      }
      case TypedExpression.ForEach loop -> visit(loop.sequence(), loop.body());
      case TypedExpression.Bind bind -> visit(bind.value());
      case TypedExpression.BindTuple bind -> visit(bind.value());
      case TypedExpression.Return result -> visit(result.value());
    }
  }

  private void conditional(TypedExpression.If conditional) {
    for (TypedExpression.ConditionalBranch branch : conditional.branches()) {
      visit(branch.condition(), branch.body());
    }
    visit(conditional.otherwise());
  }

  private void match(TypedExpression.Match match) {
    visit(match.subject());
    match.arms().forEach(arm -> visit(arm.body()));
    visit(match.otherwise());
  }

  private void visit(@Nullable TypedExpression first, @Nullable TypedExpression second) {
    visit(first);
    visit(second);
  }

  private void visit(List<TypedExpression> expressions) {
    for (TypedExpression expression : expressions) {
      visit(expression);
    }
  }

  private void visit(@Nullable TypedExpression expression) {
    if (expression != null) {
      visitor.accept(expression);
    }
  }
}
