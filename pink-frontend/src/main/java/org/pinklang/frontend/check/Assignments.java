package org.pinklang.frontend.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.FlowCode;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.TypedExpression;

/** {@code a = b = e}: the places from left to right, then the value, then the writing. */
final class Assignments {
  private final BodyContext context;

  Assignments(BodyContext context) {
    this.context = context;
  }

  /** A chain of assignments. */
  TypedExpression assignment(Expression.Assignment tree) {
    List<Expression> places = tree.places();
    TypedExpression[] targets = new TypedExpression[places.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = isDiscard(places.get(i)) ? null : target(places.get(i));
    }
    TypedExpression innermost = targets[targets.length - 1];
    TypedExpression value = value(tree.value(), innermost);
    for (int i = targets.length - 1; i >= 0; i--) {
      Expression place = places.get(i);
      value = assign(targets[i], place, value, i == targets.length - 1 ? tree.value() : tree);
    }
    return value;
  }

  private static boolean isDiscard(Expression place) {
    return place instanceof Expression.Path path
        && path.qualifier() == null
        && path.name().isDiscard();
  }

  private TypedExpression value(Expression tree, @Nullable TypedExpression target) {
    if (target == null) {
      return context.expressions.infer(tree, null);
    }
    if (BodyContext.isErroneous(target)) {
      return context.expressions.infer(tree, PinkType.Erroneous.ERRONEOUS);
    }
    if (target instanceof TypedExpression.LocalPlace local
        && context.scopes.symbol(local.local()).isNullablePointer()
        && !(Expressions.withoutParentheses(tree) instanceof Expression.Block)
        && !(Expressions.withoutParentheses(tree) instanceof Expression.Conditional)
        && !(Expressions.withoutParentheses(tree) instanceof Expression.Match)) {
      return context.expressions.infer(tree, target.type());
    }
    return context.expressions.check(tree, target.type(), Purpose.ASSIGNED);
  }

  private TypedExpression assign(
      @Nullable TypedExpression target,
      Expression place,
      TypedExpression value,
      Expression valueTree) {
    if (target == null) {
      return new TypedExpression.Discard(value, place.start());
    }
    if (BodyContext.isErroneous(target) || BodyContext.isErroneous(value)) {
      noteAssigned(target, false);
      return BodyContext.erroneous(place.start());
    }
    PinkType found = value.type();
    Expression inner = Expressions.withoutParentheses(valueTree);
    TypedExpression converted =
        context.coercions.coerce(value, target.type(), inner, Purpose.ASSIGNED);
    noteAssigned(target, found instanceof PinkType.Pointer pointer && !pointer.nullable());
    return BodyContext.isErroneous(converted)
        ? converted
        : new TypedExpression.Assign(target, converted, place.start());
  }

  private void noteAssigned(TypedExpression target, boolean narrows) {
    if (target instanceof TypedExpression.LocalPlace local) {
      context.narrowing.assign(context.scopes.symbol(local.local()), narrows);
    }
  }

  private TypedExpression target(Expression tree) {
    if (tree instanceof Expression.Tuple tuple) {
      return context.reject(context.finding(FlowCode.TUPLE_ASSIGNED, tuple), tuple.start());
    }
    if (endsInDiscard(tree)) {
      return context.reject(context.finding(FlowCode.NOT_A_PLACE, tree), tree.start());
    }
    TypedExpression place = context.places.place(tree);
    if (BodyContext.isSpent(place)) {
      return BodyContext.erroneous(tree.start());
    }
    if (!Places.isPlace(place)) {
      return context.reject(notPlace(place, tree), tree.start());
    }
    String constant = context.places.constantOf(place);
    if (constant != null) {
      return context.reject(constantAssigned(place, constant, tree), tree.start());
    }
    if (isInStringLiteral(place)) {
      return context.reject(context.finding(FlowCode.STRING_ASSIGNED, tree), tree.start());
    }
    return place;
  }

  /** Whether the last operand is {@code _}, which the parser takes for one that is assigned. */
  private static boolean endsInDiscard(Expression tree) {
    return switch (tree) {
      case Expression.OperatorChain chain -> endsInDiscard(chain.steps().getLast().operand());
      case Expression.PrefixChain chain -> endsInDiscard(chain.operand());
      default -> isDiscard(tree);
    };
  }

  private Diagnostic.Builder notPlace(TypedExpression value, Expression tree) {
    Diagnostic.Builder finding = context.finding(FlowCode.NOT_A_PLACE, tree);
    switch (value) {
      case TypedExpression.Unwrap unwrap ->
          finding.note("`p!` is a value; assign `p` itself, or `*p!` for what it points at");
      case TypedExpression.SliceLength length ->
          finding.note("the length of a slice is fixed; make another slice with `s[a..b]`");
      case TypedExpression.Binary binary -> finding.note("`=` assigns; `==` compares");
      default -> {}
    }
    return finding;
  }

  private Diagnostic.Builder constantAssigned(
      TypedExpression place, String constant, Expression tree) {
    Diagnostic.Builder finding = context.finding(FlowCode.CONSTANT_ASSIGNED, tree, constant);
    if (Places.root(place) instanceof TypedExpression.LocalPlace local) {
      finding.secondary(context.scopes.symbol(local.local()).nameSpan(), "declared `const` here");
    }
    return finding;
  }

  private static boolean isInStringLiteral(TypedExpression place) {
    if (!(place instanceof TypedExpression.ElementAccess element)) {
      return false;
    }
    TypedExpression base = element.base();
    while (base instanceof TypedExpression.SliceOf slice) {
      base = slice.base();
    }
    return base instanceof TypedExpression.StringValue;
  }
}
