package org.pinklang.frontend.check;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

/** Lengths of arrays written in bodies, which may use the local constants around them. */
final class ArrayLengths implements ConstantEvaluator.Environment {
  private final BodyContext context;
  private final Map<Local, Evaluation> localConstants = new HashMap<>(0);

  ArrayLengths(BodyContext context) {
    this.context = context;
  }

  /** The length an expression gives, −1 where it is wrong, which is then reported. */
  long length(Expression tree) {
    TypedExpression typed = context.expressions.infer(tree, null);
    if (BodyContext.isErroneous(typed)) {
      return -1;
    }
    if (!(typed.type() instanceof Scalar scalar && scalar.isInteger())) {
      context.report(
          context.finding(
              TypeCode.NOT_AN_INTEGER, tree, "the length of an array", typed.type().display()));
      return -1;
    }
    ConstantProblems problems =
        new ConstantProblems(context.declarations.file(), context::report, tree);
    ConstantValue value = problems.value(ConstantEvaluator.evaluate(typed, this));
    return value instanceof ConstantValue.IntegerConstant length ? problems.length(length) : -1;
  }

  @Override
  public boolean isConstant(SymbolId global) {
    return context.declarations.isConstant(global);
  }

  @Override
  public @Nullable ConstantValue constant(SymbolId global) {
    return context.declarations.constant(global);
  }

  @Override
  public Runnable checkpoint() {
    return context.declarations.checkpoint();
  }

  @Override
  public @Nullable ConstantValue local(Local local) {
    TypedExpression initializer = context.scopes.symbol(local).constantInitializer();
    if (initializer == null) {
      return null;
    }
    Evaluation known = localConstants.get(local);
    if (known == null) {
      known = ConstantEvaluator.evaluate(initializer, this);
      localConstants.put(local, known);
    }
    return known instanceof Evaluation.Value value ? value.value() : null;
  }
}
