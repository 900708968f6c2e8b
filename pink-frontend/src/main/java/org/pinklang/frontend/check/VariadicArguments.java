package org.pinklang.frontend.check;

import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;

/** Arguments for the {@code ...} of a C function, promoted as in C. */
final class VariadicArguments {
  private static final PinkType.Pointer NIL_TYPE = new PinkType.Pointer(Scalar.UNSIGNED8, true);

  private final BodyContext context;

  VariadicArguments(BodyContext context) {
    this.context = context;
  }

  /** One argument. */
  TypedExpression argument(Expression tree) {
    if (Comparisons.isNil(tree)) {
      return NameUses.nullOf(NIL_TYPE, tree.start());
    }
    TypedExpression value = context.expressions.infer(tree, null);
    if (value.type() instanceof Scalar scalar) {
      return scalar == Scalar.NIL ? reject(value, tree) : promoted(value, scalar);
    }
    boolean passed =
        value.type() instanceof PinkType.Pointer
            || value.type() instanceof PinkType.Function
            || value.type() instanceof PinkType.Nominal nominal
                && nominal.kind() == PinkType.Nominal.Kind.STRUCT
            || Coercions.agreesSilently(value.type());
    return passed ? value : reject(value, tree);
  }

  private static TypedExpression promoted(TypedExpression value, Scalar type) {
    if (type == Scalar.FLOAT32) {
      return new TypedExpression.Convert(value, Scalar.FLOAT64, value.offset());
    }
    boolean small = type == Scalar.BOOLEAN || type.isInteger() && type.bits() < 32;
    return small ? new TypedExpression.Convert(value, Scalar.INTEGER32, value.offset()) : value;
  }

  private TypedExpression reject(TypedExpression value, Expression tree) {
    var finding =
        context.finding(
            TypeCode.VARIADIC,
            tree,
            "a `" + value.type().display() + "` cannot be passed for the `...` of a C function");
    if (value.type() instanceof PinkType.Slice) {
      finding.note("`.pointer` is what C takes");
    } else if (value.type() instanceof PinkType.Array) {
      finding.note("`&a[0]` is the pointer that C takes for an array `a`");
    }
    return context.reject(finding, tree.start());
  }
}
