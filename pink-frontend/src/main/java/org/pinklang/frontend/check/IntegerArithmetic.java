package org.pinklang.frontend.check;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.PanicReason;

/**
 * The integer operators on values held as {@link Scalar#wrap} holds them: signed types extended by
 * their sign, unsigned ones by zeros.
 */
final class IntegerArithmetic {

  private IntegerArithmetic() {}

  /** Why an operation panics; null where it does not. */
  static @Nullable PanicReason panic(BinaryOperator operator, Scalar type, long left, long right) {
    return switch (operator) {
      case DIVIDE, REMAINDER -> divisionPanic(type, left, right);
      case SHIFT_LEFT, SHIFT_RIGHT ->
          isBelow(right, type.bits()) ? null : PanicReason.SHIFT_OUT_OF_RANGE;
      default -> null;
    };
  }

  private static @Nullable PanicReason divisionPanic(Scalar type, long left, long right) {
    if (right == 0) {
      return PanicReason.DIVISION_BY_ZERO;
    }
    boolean overflows = type.isSigned() && right == -1 && left == -1L << (type.bits() - 1);
    return overflows ? PanicReason.DIVISION_OVERFLOW : null;
  }

  /**
   * Whether a count or index of any integer type is in {@code 0 .. limit - 1}: negative ones are
   * the largest when read unsigned.
   */
  static boolean isBelow(long count, long limit) {
    return Long.compareUnsigned(count, limit) < 0;
  }

  /** The result of an operation that does not panic and is not a comparison. */
  static long apply(BinaryOperator operator, Scalar type, long left, long right) {
    long result =
        switch (operator) {
          case ADD -> left + right;
          case SUBTRACT -> left - right;
          case MULTIPLY -> left * right;
          case DIVIDE -> type.isSigned() ? left / right : Long.divideUnsigned(left, right);
          case REMAINDER -> type.isSigned() ? left % right : Long.remainderUnsigned(left, right);
          case AND_BITS -> left & right;
          case OR_BITS -> left | right;
          case XOR_BITS -> left ^ right;
          case SHIFT_LEFT -> left << right;
          case SHIFT_RIGHT -> type.isSigned() ? left >> right : left >>> right;
          default -> throw new IllegalArgumentException(operator.spelling());
        };
    return type.wrap(result);
  }

  /** The order of two values of a type. */
  static int compare(Scalar type, long left, long right) {
    return type.isSigned() ? Long.compare(left, right) : Long.compareUnsigned(left, right);
  }
}
