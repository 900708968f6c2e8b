package org.pinklang.codegen.header;

import java.util.Optional;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.ConstantValue;

/** Scalar constants as C writes their values. */
final class CConstants {
  private CConstants() {}

  /** The value as an expression; empty for what is no number and no Boolean. */
  static Optional<String> expression(ConstantValue value) {
    return switch (value) {
      case ConstantValue.IntegerConstant integer -> Optional.of(integer(integer));
      case ConstantValue.FloatConstant number -> Optional.of(floating(number));
      case ConstantValue.BooleanConstant truth -> Optional.of(truth.value() ? "true" : "false");
      default -> Optional.empty();
    };
  }

  /** The type is that of the constant, which the macros of C may widen. */
  private static String integer(ConstantValue.IntegerConstant constant) {
    Scalar type = constant.type();
    String digits =
        type.isSigned() ? Long.toString(constant.value()) : Long.toUnsignedString(constant.value());
    String macro = (type.isSigned() ? "INT" : "UINT") + type.bits() + "_C(";
    // The lowest number has no literal of its own: a minus is an operator.
    boolean isLowest = type.bits() == 64 && type.isSigned() && constant.value() == Long.MIN_VALUE;
    String literal =
        isLowest
            ? "(" + macro + Long.toString(Long.MIN_VALUE + 1) + ") - 1)"
            : macro + digits + ")";
    String name = (type.isSigned() ? "int" : "uint") + type.bits() + "_t";
    return "((" + name + ")" + literal + ")";
  }

  private static String floating(ConstantValue.FloatConstant constant) {
    double value = constant.value();
    String suffix = constant.type().bits() == 32 ? "f" : "";
    if (Double.isNaN(value)) {
      return "(__builtin_nan" + suffix + "(\"\"))";
    }
    if (Double.isInfinite(value)) {
      return "(" + (value < 0 ? "-" : "") + "__builtin_inf" + suffix + "())";
    }
    String digits = suffix.isEmpty() ? Double.toString(value) : Float.toString((float) value);
    return "(" + digits + suffix + ")";
  }
}
