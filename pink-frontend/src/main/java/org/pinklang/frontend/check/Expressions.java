package org.pinklang.frontend.check;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.typed.TypedExpression;

/** Sends each expression to the checker of its construct, with the type that is wanted of it. */
final class Expressions {
  private final BodyContext context;

  Expressions(BodyContext context) {
    this.context = context;
  }

  /**
   * An expression whose value must have a type: where it has not, this is reported at the branch
   * that is wrong.
   *
   * @return of the wanted type, Never or Erroneous
   */
  TypedExpression check(Expression tree, PinkType wanted, Purpose purpose) {
    Expression inner = withoutParentheses(tree);
    if (isBranching(inner)) {
      return branching(inner, wanted, purpose);
    }
    TypedExpression value = infer(inner, wanted);
    return context.coercions.coerce(value, wanted, inner, purpose);
  }

  /**
   * An expression whose value may have any type.
   *
   * @param hint what literals in it take where they can, and what branches must have; null for none
   */
  TypedExpression infer(Expression tree, @Nullable PinkType hint) {
    // Half of all expressions are names, which need not be told from everything else there is.
    TypedExpression value =
        tree instanceof Expression.Path path ? context.names.value(path) : inferred(tree, hint);
    context.observations.typed(tree, value.type());
    return value;
  }

  private TypedExpression inferred(Expression tree, @Nullable PinkType hint) {
    return switch (tree) {
      case Expression.Path path -> context.names.value(path);
      case Literal literal -> context.literals.literal(literal, hint);
      case Expression.PostfixChain chain -> context.postfixes.chain(chain, hint);
      case Expression.OperatorChain chain -> context.operators.chain(chain, hint);
      case Expression.PrefixChain chain -> context.prefixes.chain(chain, hint);
      case Expression.Assignment assignment -> context.assignments.assignment(assignment);
      case Expression.Parenthesized inner -> infer(inner.expression(), hint);
      case Expression.CastChain chain -> context.conversions.casts(chain);
      case Expression.StructLiteral literal -> context.aggregates.struct(literal);
      case Expression.Array array -> context.aggregates.array(array, hint);
      case Expression.RepeatedArray array -> context.aggregates.repeated(array, hint);
      case Expression.Tuple tuple -> context.aggregates.tuple(tuple, hint);
      case Expression.SizeOf size -> context.types.sizeOf(size);
      case Expression.Block block -> branching(block, hint, Purpose.VALUE);
      case Expression.Conditional conditional -> branching(conditional, hint, Purpose.VALUE);
      case Expression.Match match -> branching(match, hint, Purpose.VALUE);
      case Expression.Malformed malformed -> BodyContext.erroneous(malformed.start());
    };
  }

  /** An expression whose value is dropped. */
  TypedExpression unused(Expression tree) {
    Expression inner = withoutParentheses(tree);
    return isBranching(inner) ? branching(inner, null, Purpose.UNUSED) : infer(inner, null);
  }

  /**
   * An expression that is the value of a block: used as {@code purpose} says, of the wanted type
   * where there is one.
   */
  TypedExpression valueOf(Expression tree, @Nullable PinkType wanted, Purpose purpose) {
    if (wanted != null) {
      return check(tree, wanted, purpose);
    }
    Expression inner = withoutParentheses(tree);
    return isBranching(inner) ? branching(inner, null, purpose) : infer(inner, null);
  }

  /** What stands inside any parentheses around an expression. */
  static Expression withoutParentheses(Expression tree) {
    Expression inner = tree;
    while (inner instanceof Expression.Parenthesized parenthesized) {
      inner = parenthesized.expression();
    }
    return inner;
  }

  private static boolean isBranching(Expression tree) {
    return tree instanceof Expression.Block
        || tree instanceof Expression.Conditional
        || tree instanceof Expression.Match;
  }

  private TypedExpression branching(Expression tree, @Nullable PinkType wanted, Purpose purpose) {
    TypedExpression value =
        switch (tree) {
          case Expression.Block block -> context.blocks.block(block, wanted, purpose);
          case Expression.Conditional conditional ->
              context.branches.conditional(conditional, wanted, purpose);
          case Expression.Match match -> context.matches.match(match, wanted, purpose);
          default -> throw new IllegalArgumentException("not a block, if or match: " + tree);
        };
    context.observations.typed(tree, value.type());
    return value;
  }
}
