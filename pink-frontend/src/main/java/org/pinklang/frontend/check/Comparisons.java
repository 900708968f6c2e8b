package org.pinklang.frontend.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.FlowCode;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.TypedExpression;

/** {@code == != < <= > >=}. */
final class Comparisons {
  private final BodyContext context;
  private final Equality equality;

  Comparisons(BodyContext context) {
    this.context = context;
    this.equality = new Equality(context);
  }

  /** A chain of comparisons of one level. */
  TypedExpression chain(Expression.OperatorChain tree) {
    if (tree.steps().getFirst().operator().level() == BinaryOperator.LESS.level()
        && tree.steps().size() > 1) {
      return rejectChain(tree);
    }
    TypedExpression left = null;
    Expression leftTree = tree.first();
    for (Expression.OperatorStep step : tree.steps()) {
      left = compare(step, left, leftTree, tree.start());
      leftTree = tree;
    }
    return left == null ? BodyContext.erroneous(tree.start()) : left;
  }

  private TypedExpression rejectChain(Expression.OperatorChain tree) {
    context.expressions.infer(tree.first(), PinkType.Erroneous.ERRONEOUS);
    for (Expression.OperatorStep step : tree.steps()) {
      context.expressions.infer(step.operand(), PinkType.Erroneous.ERRONEOUS);
    }
    return context.reject(
        context.finding(TypeCode.COMPARISON_CHAIN, tree).note("write `a < b and b < c`"),
        tree.start());
  }

  /**
   * One comparison.
   *
   * @param known what stands on the left, where that is the comparison before
   */
  private TypedExpression compare(
      Expression.OperatorStep step,
      @Nullable TypedExpression known,
      Expression leftTree,
      int offset) {
    Expression rightTree = step.operand();
    if (step.operator().level() == BinaryOperator.EQUAL.level()) {
      if (isNil(rightTree)) {
        TypedExpression left = known != null ? known : unnarrowed(leftTree);
        return withNil(step.operator(), left, leftTree, rightTree, false, offset);
      }
      if (known == null && isNil(leftTree)) {
        return withNil(step.operator(), unnarrowed(rightTree), rightTree, leftTree, true, offset);
      }
    }
    TypedExpression left = known;
    TypedExpression right;
    if (left == null && Literals.isLiteralOnly(leftTree)) {
      boolean literals = Literals.isLiteralOnly(rightTree);
      right = context.expressions.infer(rightTree, literals ? hint(leftTree, rightTree) : null);
      left = context.expressions.infer(leftTree, right.type());
    } else {
      left = left == null ? context.expressions.infer(leftTree, null) : left;
      right = context.expressions.infer(rightTree, left.type());
    }
    return pair(step, left, leftTree, right, offset);
  }

  private static @Nullable PinkType hint(Expression left, Expression right) {
    PinkType type = Literals.defaultType(left);
    return Literals.takes(Literals.defaultType(right), type) ? type : null;
  }

  private TypedExpression pair(
      Expression.OperatorStep step,
      TypedExpression left,
      Expression leftTree,
      TypedExpression right,
      int offset) {
    if (Coercions.agreesSilently(left.type()) || Coercions.agreesSilently(right.type())) {
      return withoutTypes(step.operator(), left, right, offset);
    }
    TypedExpression first = Coercions.convert(left, right.type());
    TypedExpression second = Coercions.convert(right, left.type());
    if (first == null && second == null) {
      boolean literalLeft = Literals.integerText(leftTree) != null;
      Expression wrong = literalLeft ? leftTree : step.operand();
      return context.reject(
          context.operators.differing(step.operator(), wrong, left.type(), right.type()), offset);
    }
    TypedExpression leftOperand = second != null ? left : first;
    TypedExpression rightOperand = second != null ? second : right;
    if (leftOperand == null || !requireComparable(step, leftOperand.type(), leftTree)) {
      return BodyContext.erroneous(offset);
    }
    return OperatorChains.binary(
        step.operator(), leftOperand, rightOperand, Scalar.BOOLEAN, offset);
  }

  private static TypedExpression withoutTypes(
      BinaryOperator operator, TypedExpression left, TypedExpression right, int offset) {
    if (BodyContext.isErroneous(left) || BodyContext.isErroneous(right)) {
      return new TypedExpression.Binary(operator, left, right, Scalar.BOOLEAN, offset);
    }
    return OperatorChains.binary(operator, left, right, Scalar.BOOLEAN, offset);
  }

  private boolean requireComparable(
      Expression.OperatorStep step, PinkType type, Expression leftTree) {
    BinaryOperator operator = step.operator();
    boolean ordering = operator.level() == BinaryOperator.LESS.level();
    boolean allowed =
        ordering
            ? type instanceof Scalar scalar && scalar.isNumeric()
            : equality.isComparable(type);
    if (allowed) {
      return true;
    }
    Diagnostic.Builder finding =
        context.finding(
            TypeCode.NOT_COMPARABLE,
            leftTree.span().cover(step.span()),
            type.display(),
            operator.spelling());
    addAdvice(finding, type, ordering);
    context.report(finding);
    return false;
  }

  private static void addAdvice(Diagnostic.Builder finding, PinkType type, boolean ordering) {
    if (type.equals(PinkType.Slice.OF_BYTES)) {
      finding.note("`std.text` compares texts");
    } else if (type instanceof PinkType.Slice) {
      finding.note("compare the elements in a loop, or the `.pointer`s");
    } else if (type instanceof PinkType.Nominal nominal
        && nominal.kind() == PinkType.Nominal.Kind.UNION) {
      finding.note("`match` tells the alternatives apart");
    } else if (ordering) {
      finding.note("only integers and floats have an order");
    } else {
      finding.note("it holds a slice or a union, which have no `==`");
    }
  }

  static boolean isNil(Expression tree) {
    return Expressions.withoutParentheses(tree) instanceof Literal.NilLiteral;
  }

  private TypedExpression unnarrowed(Expression tree) {
    LocalSymbol local = context.names.localOf(tree);
    if (local == null || !local.isNarrowed()) {
      return context.expressions.infer(tree, null);
    }
    context.report(context.finding(FlowCode.KNOWN_NOT_NIL, tree, local.local().name()));
    return context.names.declared(local, tree.start());
  }

  private TypedExpression withNil(
      BinaryOperator operator,
      TypedExpression value,
      Expression tree,
      Expression nilTree,
      boolean nilFirst,
      int offset) {
    TypedExpression nil;
    if (value.type() instanceof PinkType.Pointer pointer && pointer.nullable()) {
      nil = NameUses.nullOf(pointer, nilTree.start());
    } else if (value.type() == Scalar.NIL || BodyContext.isSpent(value)) {
      nil = new TypedExpression.Constant(new ConstantValue.NilConstant(), nilTree.start());
    } else if (Coercions.agreesSilently(value.type())) {
      return BodyContext.erroneous(offset);
    } else {
      return context.reject(
          context.finding(TypeCode.NEVER_NIL, tree, value.type().display()), offset);
    }
    List<TypedExpression> operands = nilFirst ? List.of(nil, value) : List.of(value, nil);
    return withoutTypes(operator, operands.get(0), operands.get(1), offset);
  }
}
