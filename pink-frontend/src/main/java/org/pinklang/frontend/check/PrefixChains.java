package org.pinklang.frontend.check;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.FlowCode;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.PrefixOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;

/** {@code - ! ~ & *} before an operand, applied from the innermost outwards in a loop. */
final class PrefixChains {
  private final BodyContext context;

  PrefixChains(BodyContext context) {
    this.context = context;
  }

  /** A chain; {@code hint} is what literals in it take. */
  TypedExpression chain(Expression.PrefixChain tree, @Nullable PinkType hint) {
    int last = tree.operators().size() - 1;
    TypedExpression operand = null;
    if (tree.operators().get(last) == PrefixOperator.NEGATE) {
      operand =
          context.literals.negative(
              tree.operand(), new MinusSpan(tree, last).node(), literalHint(tree, hint));
    }
    if (operand == null) {
      operand = innermost(tree, hint);
    } else {
      last--;
    }
    for (int i = last; i >= 0; i--) {
      Span span = new Span(tree.offsets().get(i), tree.end());
      operand = apply(tree.operators().get(i), operand, span);
    }
    return operand;
  }

  /** The part of a chain from one of its operators on, as a tree. */
  private record MinusSpan(Expression.PrefixChain tree, int operator) {
    Expression node() {
      return operator == 0
          ? tree
          : new Expression.PrefixChain(
              tree.operators().subList(operator, tree.operators().size()),
              tree.offsets().subList(operator, tree.offsets().size()),
              tree.operand(),
              tree.offsets().get(operator),
              tree.end());
    }
  }

  private TypedExpression innermost(Expression.PrefixChain tree, @Nullable PinkType hint) {
    PrefixOperator operator = tree.operators().getLast();
    return operator == PrefixOperator.ADDRESS_OF
        ? context.places.place(tree.operand())
        : context.expressions.infer(tree.operand(), literalHint(tree, hint));
  }

  /** The hint reaches the operand where every operator keeps the type. */
  private static @Nullable PinkType literalHint(
      Expression.PrefixChain tree, @Nullable PinkType hint) {
    for (PrefixOperator operator : tree.operators()) {
      if (operator == PrefixOperator.ADDRESS_OF || operator == PrefixOperator.DEREFERENCE) {
        return null;
      }
    }
    return hint;
  }

  private TypedExpression apply(PrefixOperator operator, TypedExpression operand, Span span) {
    if (BodyContext.isSpent(operand)) {
      return operand;
    }
    int offset = span.start();
    return switch (operator) {
      case NEGATE ->
          isNumeric(operand.type())
              ? new TypedExpression.Negate(operand, offset)
              : rejectOperand(operator, operand, span);
      case NOT ->
          operand.type() == Scalar.BOOLEAN
              ? new TypedExpression.Complement(operand, offset)
              : rejectOperand(operator, operand, span);
      case COMPLEMENT ->
          operand.type() instanceof Scalar scalar && scalar.isInteger()
              ? new TypedExpression.Complement(operand, offset)
              : rejectOperand(operator, operand, span);
      case ADDRESS_OF -> addressOf(operand, span);
      case DEREFERENCE -> dereference(operand, span);
    };
  }

  private static boolean isNumeric(PinkType type) {
    return type instanceof Scalar scalar && scalar.isNumeric();
  }

  private TypedExpression rejectOperand(
      PrefixOperator operator, TypedExpression operand, Span span) {
    Diagnostic.Builder finding =
        context.finding(TypeCode.OPERAND_TYPE, span, operator.spelling(), operand.type().display());
    if (operator == PrefixOperator.NOT && isNumeric(operand.type())) {
      finding.note("`~` turns the bits of an integer over; `x == 0` asks whether it is zero");
    } else if (operator == PrefixOperator.NOT && operand.type() instanceof PinkType.Pointer) {
      finding.note("`p == nil` asks whether a pointer is nil");
    } else if (operand.type() == Scalar.BOOLEAN) {
      finding.note("`!` turns a Boolean over");
    }
    return context.reject(finding, span.start());
  }

  private TypedExpression addressOf(TypedExpression operand, Span span) {
    if (operand instanceof TypedExpression.FunctionReference) {
      return context.reject(
          context
              .finding(FlowCode.ADDRESS_OF_VALUE, span)
              .note("the name of a function is a function pointer already"),
          span.start());
    }
    if (!Places.isPlace(operand)) {
      return context.reject(context.finding(FlowCode.ADDRESS_OF_VALUE, span), span.start());
    }
    return context.places.addressOf(operand, span.start());
  }

  /** {@code *p}. */
  private TypedExpression dereference(TypedExpression operand, Span span) {
    if (!(operand.type() instanceof PinkType.Pointer pointer)) {
      Diagnostic.Builder finding =
          context.finding(TypeCode.NOT_A_POINTER, span, operand.type().display());
      if (operand.type() instanceof PinkType.Slice) {
        finding.note("`s[0]` is the first element of a slice `s`");
      }
      return context.reject(finding, span.start());
    }
    if (pointer.nullable()) {
      return context.reject(context.members.mayBeNil(operand, span), span.start());
    }
    return context.types.requireComplete(
        new TypedExpression.Dereference(operand, pointer.target(), span.start()), span);
  }
}
