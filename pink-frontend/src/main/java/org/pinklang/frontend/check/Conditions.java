package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.PrefixOperator;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;

/** Conditions, with what they say about pointers where they hold and where they do not. */
final class Conditions {
  private final BodyContext context;

  Conditions(BodyContext context) {
    this.context = context;
  }

  /**
   * A condition.
   *
   * @param expression of type Boolean, Never or Erroneous
   * @param whenTrue the pointers that are not nil where it holds
   * @param whenFalse the pointers that are not nil where it does not
   */
  record Condition(
      TypedExpression expression, List<Narrowing.Fact> whenTrue, List<Narrowing.Fact> whenFalse) {

    private static Condition of(TypedExpression expression) {
      return new Condition(expression, List.of(), List.of());
    }

    private Condition negated(TypedExpression negation) {
      return new Condition(negation, /* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
    }
  }

  /** Checks a condition. */
  Condition check(Expression tree, Purpose purpose) {
    Expression inner = Expressions.withoutParentheses(tree);
    if (inner instanceof Expression.OperatorChain chain) {
      BinaryOperator operator = chain.steps().getFirst().operator();
      if (operator.level() <= BinaryOperator.AND.level()) {
        return logic(chain);
      }
      LocalSymbol pointer = comparedWithNil(chain);
      if (pointer != null) {
        return nilComparison(chain, pointer, operator == BinaryOperator.EQUAL);
      }
    } else if (inner instanceof Expression.PrefixChain prefixes && isNegation(prefixes)) {
      return negation(prefixes, purpose);
    }
    TypedExpression expression = context.expressions.check(tree, Scalar.BOOLEAN, purpose);
    LocalSymbol pointer = context.names.localOf(inner);
    return pointer != null && pointer.isNullablePointer()
        ? new Condition(expression, List.of(Narrowing.Fact.of(pointer)), List.of())
        : Condition.of(expression);
  }

  private static boolean isNegation(Expression.PrefixChain chain) {
    for (PrefixOperator operator : chain.operators()) {
      if (operator != PrefixOperator.NOT) {
        return false;
      }
    }
    return true;
  }

  private Condition negation(Expression.PrefixChain chain, Purpose purpose) {
    Condition condition = check(chain.operand(), purpose);
    for (int i = chain.operators().size() - 1; i >= 0; i--) {
      TypedExpression operand = condition.expression();
      condition =
          condition.negated(
              BodyContext.isSpent(operand)
                  ? operand
                  : new TypedExpression.Complement(operand, chain.offsets().get(i)));
    }
    return condition;
  }

  private @Nullable LocalSymbol comparedWithNil(Expression.OperatorChain chain) {
    Expression.OperatorStep step = chain.steps().getFirst();
    if (chain.steps().size() != 1 || step.operator().level() != BinaryOperator.EQUAL.level()) {
      return null;
    }
    Expression compared =
        Comparisons.isNil(step.operand())
            ? chain.first()
            : Comparisons.isNil(chain.first()) ? step.operand() : null;
    LocalSymbol local = compared == null ? null : context.names.localOf(compared);
    return local != null && local.isNullablePointer() ? local : null;
  }

  private Condition nilComparison(
      Expression.OperatorChain chain, LocalSymbol pointer, boolean isNil) {
    TypedExpression comparison = context.comparisons.chain(chain);
    List<Narrowing.Fact> fact = List.of(Narrowing.Fact.of(pointer));
    return isNil
        ? new Condition(comparison, List.of(), fact)
        : new Condition(comparison, fact, List.of());
  }

  /**
   * A chain of {@code and} or of {@code or}. Each operand is evaluated knowing what those before it
   * say; after it holds what holds at each way out.
   */
  Condition logic(Expression.OperatorChain tree) {
    boolean isAnd = tree.steps().getFirst().operator() == BinaryOperator.AND;
    Purpose purpose = Purpose.operand(isAnd ? "and" : "or");
    List<Narrowing.Fact> facts = new ArrayList<>(0);
    Narrowing.Join join = context.narrowing.join();
    Condition operand = check(tree.first(), purpose);
    TypedExpression expression = operand.expression();
    for (Expression.OperatorStep step : tree.steps()) {
      pass(operand, isAnd, facts, join);
      operand = check(step.operand(), purpose);
      expression = combine(isAnd, expression, operand.expression(), tree.start());
    }
    int end = context.narrowing.mark();
    facts.addAll(isAnd ? operand.whenTrue() : operand.whenFalse());
    if (!BodyContext.isNever(operand.expression())) {
      join.exit(end);
    }
    join.finish();
    List<Narrowing.Fact> known = Narrowing.holding(facts);
    return isAnd
        ? new Condition(expression, known, List.of())
        : new Condition(expression, List.of(), known);
  }

  /** Goes on to the next operand; the short circuit is a way out of its own. */
  private void pass(
      Condition operand, boolean isAnd, List<Narrowing.Fact> facts, Narrowing.Join join) {
    if (!BodyContext.isNever(operand.expression())) {
      int mark = context.narrowing.mark();
      context.narrowing.apply(Narrowing.holding(isAnd ? operand.whenFalse() : operand.whenTrue()));
      join.exit(mark);
      context.narrowing.undo(mark);
    }
    List<Narrowing.Fact> onward =
        Narrowing.holding(isAnd ? operand.whenTrue() : operand.whenFalse());
    context.narrowing.apply(onward);
    facts.addAll(onward);
  }

  private static TypedExpression combine(
      boolean isAnd, TypedExpression left, TypedExpression right, int offset) {
    return BodyContext.isNever(left)
        ? left
        : new TypedExpression.ShortCircuit(isAnd, left, right, offset);
  }
}
