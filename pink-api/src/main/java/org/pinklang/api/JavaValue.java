package org.pinklang.api;

import java.util.Optional;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.link.load.ScalarType;

/** How Java's numbers and booleans travel as Pink's. */
final class JavaValue {

  private JavaValue() {}

  /** The machine's type for a Pink type that Java has values of. */
  static Optional<ScalarType> machineType(PinkType type) {
    if (!(type instanceof Scalar scalar)) {
      return Optional.empty();
    }
    return switch (scalar) {
      case NIL -> Optional.empty();
      case BOOLEAN -> Optional.of(ScalarType.BOOLEAN);
      case INTEGER8 -> Optional.of(ScalarType.INTEGER8);
      case INTEGER16 -> Optional.of(ScalarType.INTEGER16);
      case INTEGER32 -> Optional.of(ScalarType.INTEGER32);
      case UNSIGNED8 -> Optional.of(ScalarType.UNSIGNED8);
      case UNSIGNED16 -> Optional.of(ScalarType.UNSIGNED16);
      case UNSIGNED32 -> Optional.of(ScalarType.UNSIGNED32);
      case INTEGER64, UNSIGNED64 -> Optional.of(ScalarType.INTEGER64);
      case FLOAT32 -> Optional.of(ScalarType.FLOAT32);
      case FLOAT64 -> Optional.of(ScalarType.FLOAT64);
    };
  }

  /** The Java type as wide as a machine type. */
  static Class<?> javaType(ScalarType type) {
    return switch (type) {
      case BOOLEAN -> boolean.class;
      case INTEGER8, UNSIGNED8 -> byte.class;
      case INTEGER16, UNSIGNED16 -> short.class;
      case INTEGER32, UNSIGNED32 -> int.class;
      case INTEGER64, POINTER -> long.class;
      case FLOAT32 -> float.class;
      case FLOAT64 -> double.class;
    };
  }

  /**
   * A Java value as an argument.
   *
   * @throws IllegalArgumentException if it is no value of the type
   */
  static long toMachine(Object value, PinkType type, ScalarType machine) {
    return switch (machine) {
      case BOOLEAN -> {
        if (value instanceof Boolean truth) {
          yield truth ? 1 : 0;
        }
        throw mismatch(value, type);
      }
      case FLOAT32 -> Float.floatToRawIntBits((float) toDouble(value, type));
      case FLOAT64 -> Double.doubleToRawLongBits(toDouble(value, type));
      default -> toInteger(value, type);
    };
  }

  private static double toDouble(Object value, PinkType type) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw mismatch(value, type);
  }

  private static long toInteger(Object value, PinkType type) {
    if (!(value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte)) {
      throw mismatch(value, type);
    }
    long number = ((Number) value).longValue();
    Scalar scalar = (Scalar) type;
    if (scalar.bits() < Long.SIZE && !fits(number, scalar.bits(), scalar.isSigned())) {
      throw mismatch(value, type);
    }
    return number;
  }

  /** Java's narrow types are signed: the bits of an unsigned number may look negative. */
  private static boolean fits(long number, int bits, boolean signed) {
    long least = -(1L << (bits - 1));
    long most = (1L << (signed ? bits - 1 : bits)) - 1;
    return number >= least && number <= most;
  }

  private static IllegalArgumentException mismatch(Object value, PinkType type) {
    return new IllegalArgumentException(
        "%s (%s) is no value of `%s`"
            .formatted(value, value.getClass().getSimpleName(), type.display()));
  }

  /** A result as a Java value of {@link #javaType}. */
  static Object toJava(long value, ScalarType machine) {
    return switch (machine) {
      case BOOLEAN -> value != 0;
      case INTEGER8, UNSIGNED8 -> (byte) value;
      case INTEGER16, UNSIGNED16 -> (short) value;
      case INTEGER32, UNSIGNED32 -> (int) value;
      case INTEGER64, POINTER -> value;
      case FLOAT32 -> Float.intBitsToFloat((int) value);
      case FLOAT64 -> Double.longBitsToDouble(value);
    };
  }
}
