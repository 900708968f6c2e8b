package org.pinklang.frontend.check;

import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.ConstantValue.BooleanConstant;
import org.pinklang.frontend.typed.ConstantValue.FloatConstant;
import org.pinklang.frontend.typed.ConstantValue.IntegerConstant;

/** The explicit conversions between integer, float and Boolean types. */
final class ScalarConversion {
  private static final double TWO_TO_63 = 0x1p63;
  private static final double TWO_TO_64 = 0x1p64;

  private ScalarConversion() {}

  /** A value at another scalar type. */
  static ConstantValue convert(ConstantValue value, Scalar to) {
    if (value instanceof FloatConstant number) {
      return fromFloat(number.value(), to);
    }
    if (value instanceof BooleanConstant truth) {
      return to == Scalar.BOOLEAN
          ? truth
          : fromInteger(Scalar.UNSIGNED8, truth.value() ? 1 : 0, to);
    }
    IntegerConstant integer = (IntegerConstant) value;
    return fromInteger(integer.type(), integer.value(), to);
  }

  private static ConstantValue fromInteger(Scalar from, long value, Scalar to) {
    if (to == Scalar.BOOLEAN) {
      return new BooleanConstant(value != 0);
    }
    if (!to.isFloat()) {
      return new IntegerConstant(to, to.wrap(value));
    }
    boolean single = to == Scalar.FLOAT32;
    if (!from.isSigned() && value < 0) {
      // Half of it, the lost bit kept as a sticky one so that rounding goes the right way.
      long half = value >>> 1 | value & 1;
      return new FloatConstant(to, 2 * (single ? (float) half : (double) half));
    }
    return new FloatConstant(to, single ? (float) value : (double) value);
  }

  private static ConstantValue fromFloat(double value, Scalar to) {
    if (to.isFloat()) {
      return new FloatConstant(to, to == Scalar.FLOAT32 ? (float) value : value);
    }
    if (to == Scalar.BOOLEAN) {
      return new BooleanConstant(value != 0);
    }
    return new IntegerConstant(
        to, to.isSigned() ? saturateSigned(value, to) : saturateUnsigned(value, to));
  }

  private static long saturateSigned(double value, Scalar to) {
    long widest = (long) value;
    long limit = -1L << (to.bits() - 1);
    return Math.max(limit, Math.min(~limit, widest));
  }

  private static long saturateUnsigned(double value, Scalar to) {
    if (!(value > 0)) {
      return 0;
    }
    if (to.bits() < 64) {
      return Math.min((1L << to.bits()) - 1, (long) value);
    }
    if (value >= TWO_TO_64) {
      return -1L;
    }
    return value < TWO_TO_63 ? (long) value : (long) (value - TWO_TO_63) ^ Long.MIN_VALUE;
  }
}
