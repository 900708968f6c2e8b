package org.pinklang.frontend.check;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
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
    return switch (ConstantEvaluator.evaluate(typed, this)) {
      case Evaluation.Value value -> checked((ConstantValue.IntegerConstant) value.value(), tree);
      case Evaluation.NotConstant not -> {
        Span at = new Span(not.offset(), Math.max(not.offset(), tree.end()));
        yield reject("this length is not constant: " + not.reason(), tree.span(), at);
      }
      case Evaluation.Panics panics ->
          reject(
              "computing this length panics: " + panics.message(),
              tree.span(),
              new Span(panics.offset(), Math.max(panics.offset(), tree.end())));
      case Evaluation.Unavailable unavailable -> -1;
    };
  }

  private long checked(ConstantValue.IntegerConstant length, Expression tree) {
    if (length.value() >= 0) {
      return length.value();
    }
    String written =
        length.type() == Scalar.UNSIGNED64
            ? Long.toUnsignedString(length.value())
            : Long.toString(length.value());
    return reject("`" + written + "` cannot be the length of an array", tree.span(), tree.span());
  }

  private long reject(String message, Span whole, Span part) {
    var finding = context.finding(TypeCode.LENGTH, whole, message);
    if (part.start() > whole.start()) {
      finding.secondary(part, "because of this");
    }
    context.report(finding);
    return -1;
  }

  @Override
  public boolean isConstant(SymbolId global) {
    return context.declarations.constant(global) != null;
  }

  @Override
  public @Nullable ConstantValue constant(SymbolId global) {
    return context.declarations.constant(global);
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
