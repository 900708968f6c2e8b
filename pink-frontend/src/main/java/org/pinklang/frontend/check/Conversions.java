package org.pinklang.frontend.check;

import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Suffix;
import org.pinklang.frontend.tree.TypeTree;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;

/** {@code Integer32(x)} and {@code p as *T}. */
final class Conversions {
  private final BodyContext context;

  Conversions(BodyContext context) {
    this.context = context;
  }

  /** Whether values of one scalar type are converted to another by writing its name. */
  static boolean isConversion(Scalar from, Scalar to) {
    if (from == Scalar.BOOLEAN) {
      return to.isInteger() || to == Scalar.BOOLEAN;
    }
    return from.isNumeric() && to.isNumeric();
  }

  /** {@code T(x)} of a predeclared type. */
  TypedExpression call(Scalar target, Suffix.Call call, int offset) {
    Span span = new Span(offset, call.end());
    if (call.arguments().size() != 1) {
      context.calls.checkSilently(call);
      return context.reject(
          context.finding(
              TypeCode.ARGUMENT_COUNT,
              span,
              "a conversion to `" + target.display() + "`",
              "1 argument",
              Calls.given(call.arguments().size())),
          offset);
    }
    Expression argument = call.arguments().getFirst();
    if (target.isInteger()) {
      TypedExpression literal = context.literals.converted(argument, target);
      if (literal != null) {
        return literal;
      }
    }
    TypedExpression operand = context.expressions.infer(argument, null);
    if (BodyContext.isSpent(operand)) {
      return operand;
    }
    if (operand.type() instanceof Scalar from && isConversion(from, target)) {
      return from == target ? operand : new TypedExpression.Convert(operand, target, offset);
    }
    return context.reject(noConversion(operand.type(), target, span), offset);
  }

  private Diagnostic.Builder noConversion(PinkType from, Scalar to, Span span) {
    Diagnostic.Builder finding =
        context.finding(TypeCode.NO_CONVERSION, span, from.display(), to.display());
    if (to == Scalar.BOOLEAN && from instanceof Scalar scalar && scalar.isNumeric()) {
      finding.note("`x != 0` asks whether a number is not zero");
    } else if (from == Scalar.BOOLEAN && to.isFloat()) {
      finding.note(
          "a Boolean is converted to an integer first: `" + to.display() + "(Integer(b))`");
    } else if (from.equals(PinkType.Slice.OF_BYTES)) {
      finding.note("`std.text` reads numbers from text");
    } else if (from instanceof PinkType.Pointer) {
      finding.note("pointers have no numbers; `as` converts to another pointer type");
    }
    return finding;
  }

  /** {@code e as T as U}. */
  TypedExpression casts(Expression.CastChain tree) {
    TypedExpression value = castOperand(tree);
    for (TypeTree target : tree.types()) {
      value = cast(value, context.types.resolve(target), new Span(tree.start(), target.end()));
    }
    return value;
  }

  private TypedExpression castOperand(Expression.CastChain tree) {
    if (Comparisons.isNil(tree.operand())) {
      PinkType target = context.types.resolve(tree.types().getFirst());
      return context.expressions.infer(tree.operand(), target);
    }
    return context.expressions.infer(tree.operand(), null);
  }

  private TypedExpression cast(TypedExpression value, PinkType target, Span span) {
    if (BodyContext.isSpent(value)) {
      return value;
    }
    if (target instanceof PinkType.Pointer to && value.type() instanceof PinkType.Pointer) {
      return new TypedExpression.PointerCast(value, to, span.start());
    }
    if (Coercions.agreesSilently(target) || Coercions.agreesSilently(value.type())) {
      return BodyContext.erroneous(span.start());
    }
    PinkType from = value.type();
    Diagnostic.Builder finding =
        context.finding(TypeCode.NO_CAST, span, from.display(), target.display());
    if (from instanceof Scalar number
        && target instanceof Scalar scalar
        && isConversion(number, scalar)) {
      finding.note("a number is converted as in `" + target.display() + "(x)`");
    } else if (from instanceof PinkType.Slice && target instanceof PinkType.Pointer) {
      finding.note("`s.pointer` is the pointer of a slice `s`");
    } else if (target instanceof PinkType.Slice) {
      finding.note("`p[a..b]` makes a slice from a pointer `p`");
    } else if (target instanceof PinkType.Pointer && from instanceof Scalar) {
      finding.note("no pointer is made of a number; `&x` is the address of a variable `x`");
    }
    return context.reject(finding, span.start());
  }
}
