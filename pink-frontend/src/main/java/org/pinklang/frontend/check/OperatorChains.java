package org.pinklang.frontend.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * Chains of binary operators of one level. The operands of arithmetic have one type: that of the
 * first operand that is not built only of literals, which take it. Chains are walked in loops.
 */
final class OperatorChains {
  private final BodyContext context;

  OperatorChains(BodyContext context) {
    this.context = context;
  }

  /** A chain; {@code hint} is what operands built only of literals take where nothing else says. */
  TypedExpression chain(Expression.OperatorChain tree, @Nullable PinkType hint) {
    BinaryOperator operator = tree.steps().getFirst().operator();
    return switch (operator.level()) {
      case 0, 1 -> context.conditions.logic(tree).expression();
      case 2, 3 -> context.comparisons.chain(tree);
      case 5 -> shifts(tree, hint);
      default -> arithmetic(tree, hint);
    };
  }

  private TypedExpression arithmetic(Expression.OperatorChain tree, @Nullable PinkType hint) {
    TypedExpression[] operands = new TypedExpression[tree.steps().size() + 1];
    PinkType type = inferOperands(tree, operands, hint);
    if (type == null) {
      type = literalType(tree, operands, hint);
    }
    if (Coercions.agreesSilently(type)) {
      for (int i = 0; i < operands.length; i++) {
        if (operands[i] == null) {
          operands[i] = context.expressions.infer(operand(tree, i), null);
        }
      }
      return type == PinkType.Never.NEVER
          ? fold(tree, operands, PinkType.Never.NEVER)
          : BodyContext.erroneous(tree.start());
    }
    if (!checkOperator(tree, operands, type) || !fillLiterals(tree, operands, type)) {
      return BodyContext.erroneous(tree.start());
    }
    return agree(tree, operands, type);
  }

  private static Expression operand(Expression.OperatorChain tree, int index) {
    return index == 0 ? tree.first() : tree.steps().get(index - 1).operand();
  }

  /**
   * Checks the operands in order, those built only of literals left out until the type is known.
   *
   * @return the type of the first other operand; null where there is none
   */
  private @Nullable PinkType inferOperands(
      Expression.OperatorChain tree, TypedExpression[] operands, @Nullable PinkType hint) {
    PinkType type = null;
    for (int i = 0; i < operands.length; i++) {
      Expression operand = operand(tree, i);
      if (type == null && Literals.isLiteralOnly(operand)) {
        continue;
      }
      TypedExpression typed = context.expressions.infer(operand, type != null ? type : hint);
      operands[i] = typed;
      if (type == null && !Coercions.agreesSilently(typed.type())) {
        type = typed.type();
      }
    }
    return type;
  }

  /** The type of a chain in which no operand but literals has one. */
  private static PinkType literalType(
      Expression.OperatorChain tree, TypedExpression[] operands, @Nullable PinkType hint) {
    boolean never = false;
    for (TypedExpression operand : operands) {
      if (operand != null && operand.type() != PinkType.Never.NEVER) {
        return PinkType.Erroneous.ERRONEOUS;
      }
      never |= operand != null;
    }
    if (never) {
      return PinkType.Never.NEVER;
    }
    PinkType type = Literals.defaultType(tree);
    return hint != null && Literals.takes(type, hint) ? hint : type;
  }

  private boolean checkOperator(
      Expression.OperatorChain tree, TypedExpression[] operands, PinkType type) {
    for (int i = 0; i < tree.steps().size(); i++) {
      Expression.OperatorStep step = tree.steps().get(i);
      if (!isAllowed(step.operator(), type)) {
        for (TypedExpression operand : operands) {
          if (operand != null && BodyContext.isErroneous(operand)) {
            return false;
          }
        }
        Diagnostic.Builder finding =
            context.finding(
                TypeCode.OPERAND_TYPE, tree, step.operator().spelling(), type.display());
        OperandAdvice.add(finding, step.operator(), type);
        context.report(finding);
        return false;
      }
    }
    return true;
  }

  private static boolean isAllowed(BinaryOperator operator, PinkType type) {
    if (!(type instanceof Scalar scalar)) {
      return false;
    }
    return switch (operator) {
      case AND_BITS, OR_BITS, XOR_BITS -> scalar.isInteger() || scalar == Scalar.BOOLEAN;
      case REMAINDER, SHIFT_LEFT, SHIFT_RIGHT -> scalar.isInteger();
      default -> scalar.isNumeric();
    };
  }

  private boolean fillLiterals(
      Expression.OperatorChain tree, TypedExpression[] operands, PinkType type) {
    for (int i = 0; i < operands.length; i++) {
      if (operands[i] == null) {
        operands[i] = context.expressions.infer(operand(tree, i), type);
        if (!operands[i].type().equals(type)) {
          reportOperand(tree, Math.max(i, 1), operands[i], operand(tree, i), type, i == 0);
          return false;
        }
      }
    }
    return true;
  }

  private TypedExpression agree(
      Expression.OperatorChain tree, TypedExpression[] operands, PinkType type) {
    boolean wrong = false;
    for (int i = 0; i < operands.length; i++) {
      PinkType found = operands[i].type();
      if (Coercions.agreesSilently(found)) {
        wrong |= found != PinkType.Never.NEVER && !context.result.isInferred();
      } else if (!found.equals(type)) {
        reportOperand(tree, Math.max(i, 1), operands[i], operand(tree, i), type, i == 0);
        return BodyContext.erroneous(tree.start());
      }
    }
    return wrong ? BodyContext.erroneous(tree.start()) : fold(tree, operands, type);
  }

  private void reportOperand(
      Expression.OperatorChain tree,
      int step,
      TypedExpression typed,
      Expression operand,
      PinkType type,
      boolean isFirst) {
    if (Coercions.agreesSilently(typed.type())) {
      return;
    }
    BinaryOperator operator = tree.steps().get(step - 1).operator();
    PinkType found = typed.type();
    context.report(
        isFirst
            ? differing(operator, operand, found, type)
            : differing(operator, operand, type, found));
  }

  /**
   * Operands of two types, of which {@code wrong} is the one to change.
   *
   * @param left the type on the left of the operator
   * @param right the type on the right
   */
  Diagnostic.Builder differing(
      BinaryOperator operator, Expression wrong, PinkType left, PinkType right) {
    Expression inner = Expressions.withoutParentheses(wrong);
    String number = Literals.integerText(inner);
    Scalar real = isFloat(left) ? (Scalar) left : isFloat(right) ? (Scalar) right : null;
    if (number != null && real != null) {
      return context.coercions.integerForFloat(inner, real, number);
    }
    Diagnostic.Builder finding =
        context.finding(
            TypeCode.OPERANDS_DIFFER, wrong, operator.spelling(), left.display(), right.display());
    OperandAdvice.addConversion(finding, left, right);
    return finding;
  }

  private static boolean isFloat(PinkType type) {
    return type instanceof Scalar scalar && scalar.isFloat();
  }

  private static TypedExpression fold(
      Expression.OperatorChain tree, TypedExpression[] operands, PinkType type) {
    TypedExpression left = operands[0];
    for (int i = 1; i < operands.length && !BodyContext.isNever(left); i++) {
      left = binary(tree.steps().get(i - 1).operator(), left, operands[i], type, tree.start());
    }
    return left;
  }

  /** An operation, or what is evaluated of it where the right operand never ends normally. */
  static TypedExpression binary(
      BinaryOperator operator,
      TypedExpression left,
      TypedExpression right,
      PinkType type,
      int offset) {
    TypedExpression cut = null;
    if (BodyContext.isNever(left) || BodyContext.isNever(right)) {
      cut = BodyContext.cutShort(List.of(left, right), offset);
    }
    return cut != null ? cut : new TypedExpression.Binary(operator, left, right, type, offset);
  }

  private TypedExpression shifts(Expression.OperatorChain tree, @Nullable PinkType hint) {
    TypedExpression left = context.expressions.infer(tree.first(), hint);
    PinkType type = left.type();
    boolean wrong = BodyContext.isErroneous(left);
    if (!BodyContext.isSpent(left) && !isAllowed(tree.steps().getFirst().operator(), type)) {
      String operator = tree.steps().getFirst().operator().spelling();
      context.report(
          context.finding(TypeCode.OPERAND_TYPE, tree.first(), operator, type.display()));
      wrong = true;
    }
    for (Expression.OperatorStep step : tree.steps()) {
      TypedExpression count = count(step.operand());
      wrong |= BodyContext.isErroneous(count);
      left = binary(step.operator(), left, count, type, tree.start());
    }
    return wrong ? BodyContext.erroneous(tree.start()) : left;
  }

  private TypedExpression count(Expression tree) {
    TypedExpression count = context.expressions.infer(tree, null);
    boolean integer = count.type() instanceof Scalar scalar && scalar.isInteger();
    return integer || BodyContext.isSpent(count)
        ? count
        : context.reject(
            context.finding(TypeCode.NOT_AN_INTEGER, tree, "a shift count", count.type().display()),
            tree.start());
  }
}
