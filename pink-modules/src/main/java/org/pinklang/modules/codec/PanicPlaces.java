package org.pinklang.modules.codec;

import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.TypedExpression;

/** Which expressions may panic, so that code holds their places. */
final class PanicPlaces {
  private PanicPlaces() {}

  static boolean mayPanic(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.Panic panic -> true;
      case TypedExpression.Assert assertion -> true;
      case TypedExpression.Unwrap unwrap -> true;
      case TypedExpression.SliceOf slice -> true;
      case TypedExpression.ElementAccess access ->
          !(access.base().type() instanceof PinkType.Array array)
              || !isBelow(array.length(), access.index());
      case TypedExpression.Binary binary -> mayPanic(binary);
      default -> false;
    };
  }

  private static boolean mayPanic(TypedExpression.Binary binary) {
    if (!(binary.left().type() instanceof Scalar type) || !type.isInteger()) {
      return false;
    }
    if (binary.operator().isShift()) {
      return !isBelow(type.bits(), binary.right());
    }
    boolean divides =
        binary.operator() == BinaryOperator.DIVIDE || binary.operator() == BinaryOperator.REMAINDER;
    return divides && !isHarmless(type, binary.right());
  }

  private static boolean isBelow(long limit, TypedExpression count) {
    return count instanceof TypedExpression.Constant constant
        && constant.value() instanceof ConstantValue.IntegerConstant integer
        && integer.value() >= 0
        && integer.value() < limit;
  }

  private static boolean isHarmless(Scalar type, TypedExpression divisor) {
    return divisor instanceof TypedExpression.Constant constant
        && constant.value() instanceof ConstantValue.IntegerConstant integer
        && integer.value() != 0
        && (integer.value() != -1 || !type.isSigned());
  }
}
