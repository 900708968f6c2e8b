package org.pinklang.link.load;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Java's primitive values as registers hold them. */
final class RegisterValues {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private RegisterValues() {}

  /** Takes the Java value of a type, gives what its register holds: {@code long} or double. */
  static MethodHandle toRegister(ScalarType type) {
    return switch (type) {
      case BOOLEAN -> find("booleanWord", long.class, boolean.class);
      case UNSIGNED8 -> find("unsignedWord", long.class, byte.class);
      case UNSIGNED16 -> find("unsignedWord", long.class, short.class);
      case UNSIGNED32 -> find("unsignedWord", long.class, int.class);
      case FLOAT32 -> find("single", double.class, float.class);
      case FLOAT64 -> MethodHandles.identity(double.class);
      case INTEGER8, INTEGER16, INTEGER32, INTEGER64, POINTER ->
          MethodHandles.explicitCastArguments(
              MethodHandles.identity(long.class),
              MethodType.methodType(long.class, type.javaType()));
    };
  }

  /** Takes what a result register holds, of which more bits may be set; gives the Java value. */
  static MethodHandle fromRegister(ScalarType type) {
    return switch (type) {
      case BOOLEAN -> find("isTrue", boolean.class, long.class);
      case FLOAT32 -> find("fromSingle", float.class, double.class);
      case FLOAT64 -> MethodHandles.identity(double.class);
      default ->
          MethodHandles.explicitCastArguments(
              MethodHandles.identity(long.class),
              MethodType.methodType(type.javaType(), long.class));
    };
  }

  private static MethodHandle find(String name, Class<?> result, Class<?> parameter) {
    try {
      return LOOKUP.findStatic(
          RegisterValues.class, name, MethodType.methodType(result, parameter));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("a method of this class is missing", e);
    }
  }

  static long booleanWord(boolean value) {
    return value ? 1 : 0;
  }

  static long unsignedWord(byte value) {
    return Byte.toUnsignedLong(value);
  }

  static long unsignedWord(short value) {
    return Short.toUnsignedLong(value);
  }

  static long unsignedWord(int value) {
    return Integer.toUnsignedLong(value);
  }

  static double single(float value) {
    return Double.longBitsToDouble(Integer.toUnsignedLong(Float.floatToRawIntBits(value)));
  }

  static boolean isTrue(long word) {
    return (word & 1) != 0;
  }

  static float fromSingle(double register) {
    return Float.intBitsToFloat((int) Double.doubleToRawLongBits(register));
  }
}
