package org.pinklang.frontend.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.PanicReason;

/** The operators, on unbounded integers that are cut to their type afterwards. */
final class Arithmetic {
  private final PanicSignal.Thrower panics;

  Arithmetic(PanicSignal.Thrower panics) {
    this.panics = panics;
  }

  Value binary(BinaryOperator operator, PinkType type, Value left, Value right, int offset) {
    if (operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL) {
      return new Value.Truth(equal(left, right) == (operator == BinaryOperator.EQUAL));
    }
    return switch (left) {
      case Value.Int a when operator.isShift() ->
          shift(operator, (Scalar) type, a.value(), ((Value.Int) right).value(), offset);
      case Value.Int a ->
          integers(operator, (Scalar) type, a.value(), ((Value.Int) right).value(), offset);
      case Value.Floating a ->
          floats(operator, (Scalar) type, a.value(), ((Value.Floating) right).value());
      case Value.Truth a -> booleans(operator, a.value(), ((Value.Truth) right).value());
      default -> throw new IllegalStateException("no operator " + operator + " on " + left);
    };
  }

  private static BigInteger exact(Scalar type, long value) {
    return type.isSigned()
        ? BigInteger.valueOf(value)
        : new BigInteger(Long.toUnsignedString(value));
  }

  private static Value.Int cut(Scalar type, BigInteger value) {
    return new Value.Int(type.wrap(value.longValue()));
  }

  private Value integers(BinaryOperator operator, Scalar type, long a, long b, int offset) {
    BigInteger left = exact(type, a);
    BigInteger right = exact(type, b);
    if (operator.isComparison()) {
      return ordered(operator, left.compareTo(right));
    }
    return cut(
        type,
        switch (operator) {
          case ADD -> left.add(right);
          case SUBTRACT -> left.subtract(right);
          case MULTIPLY -> left.multiply(right);
          case AND_BITS -> left.and(right);
          case OR_BITS -> left.or(right);
          case XOR_BITS -> left.xor(right);
          case DIVIDE -> quotient(type, left, right, offset);
          case REMAINDER -> left.subtract(quotient(type, left, right, offset).multiply(right));
          default -> throw new IllegalStateException(operator.spelling());
        });
  }

  private BigInteger quotient(Scalar type, BigInteger left, BigInteger right, int offset) {
    if (right.signum() == 0) {
      throw panics.at(offset, PanicReason.DIVISION_BY_ZERO.message());
    }
    BigInteger quotient = left.divide(right);
    if (!exact(type, cut(type, quotient).value()).equals(quotient)) {
      throw panics.at(offset, PanicReason.DIVISION_OVERFLOW.message());
    }
    return quotient;
  }

  private Value shift(BinaryOperator operator, Scalar type, long a, long count, int offset) {
    if (count < 0 || count >= type.bits()) {
      throw panics.at(offset, PanicReason.SHIFT_OUT_OF_RANGE.message());
    }
    BigInteger value = exact(type, a);
    return cut(
        type,
        operator == BinaryOperator.SHIFT_LEFT
            ? value.shiftLeft((int) count)
            : value.shiftRight((int) count));
  }

  private static Value ordered(BinaryOperator operator, int comparison) {
    return new Value.Truth(
        switch (operator) {
          case LESS -> comparison < 0;
          case LESS_EQUAL -> comparison <= 0;
          case GREATER -> comparison > 0;
          default -> comparison >= 0;
        });
  }

  private static Value floats(BinaryOperator operator, Scalar type, double a, double b) {
    return switch (operator) {
      case LESS -> new Value.Truth(a < b);
      case LESS_EQUAL -> new Value.Truth(a <= b);
      case GREATER -> new Value.Truth(a > b);
      case GREATER_EQUAL -> new Value.Truth(a >= b);
      default ->
          new Value.Floating(
              type == Scalar.FLOAT32
                  ? single(operator, (float) a, (float) b)
                  : number(operator, a, b));
    };
  }

  private static double number(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      default -> throw new IllegalStateException(operator.spelling());
    };
  }

  private static float single(BinaryOperator operator, float a, float b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      default -> throw new IllegalStateException(operator.spelling());
    };
  }

  private static Value booleans(BinaryOperator operator, boolean a, boolean b) {
    return new Value.Truth(
        switch (operator) {
          case AND_BITS -> a & b;
          case OR_BITS -> a | b;
          case XOR_BITS -> a ^ b;
          default -> throw new IllegalStateException(operator.spelling());
        });
  }

  static boolean equal(Value left, Value right) {
    if (left instanceof Value.Floating a && right instanceof Value.Floating b) {
      return a.value() == b.value();
    }
    if (left instanceof Value.Aggregate a && right instanceof Value.Aggregate b) {
      return equal(a.parts(), b.parts());
    }
    return left.equals(right);
  }

  private static boolean equal(List<Value> left, List<Value> right) {
    for (int i = 0; i < left.size(); i++) {
      if (!equal(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  static Value negate(PinkType type, Value value) {
    return value instanceof Value.Floating number
        ? new Value.Floating(-number.value())
        : cut((Scalar) type, exact((Scalar) type, ((Value.Int) value).value()).negate());
  }

  static Value complement(PinkType type, Value value) {
    return value instanceof Value.Truth truth
        ? new Value.Truth(!truth.value())
        : cut((Scalar) type, exact((Scalar) type, ((Value.Int) value).value()).not());
  }

  static Value convert(PinkType from, Scalar to, Value value) {
    return switch (value) {
      case Value.Truth truth when to == Scalar.BOOLEAN -> truth;
      case Value.Truth truth -> fromInteger(BigInteger.valueOf(truth.value() ? 1 : 0), to);
      case Value.Int integer -> fromInteger(exact((Scalar) from, integer.value()), to);
      case Value.Floating number -> fromFloat(number.value(), to);
      default -> throw new IllegalStateException("no conversion of " + value);
    };
  }

  private static Value fromInteger(BigInteger value, Scalar to) {
    return switch (to) {
      case FLOAT32 -> new Value.Floating(value.floatValue());
      case FLOAT64 -> new Value.Floating(value.doubleValue());
      default -> cut(to, value);
    };
  }

  private static Value fromFloat(double value, Scalar to) {
    if (to.isFloat()) {
      return new Value.Floating(to == Scalar.FLOAT32 ? (float) value : value);
    }
    if (Double.isNaN(value)) {
      return new Value.Int(0);
    }
    BigInteger least = to.isSigned() ? BigInteger.TWO.pow(to.bits() - 1).negate() : BigInteger.ZERO;
    BigInteger most = least.add(BigInteger.TWO.pow(to.bits())).subtract(BigInteger.ONE);
    if (Double.isInfinite(value)) {
      return cut(to, value > 0 ? most : least);
    }
    return cut(to, new BigDecimal(value).toBigInteger().max(least).min(most));
  }
}
