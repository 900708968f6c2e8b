package org.pinklang.link.load;

/** Java's boxed primitive values as words, as {@link ScalarType} says. */
final class JavaWords {
  private JavaWords() {}

  static long word(Object value) {
    return switch (value) {
      case Boolean truth -> truth ? 1 : 0;
      case Float single -> Float.floatToRawIntBits(single);
      case Double number -> Double.doubleToRawLongBits(number);
      case Number number -> number.longValue();
      default -> throw new IllegalArgumentException(value + " is no primitive value");
    };
  }

  static Object value(long word, ScalarType type) {
    return switch (type) {
      case BOOLEAN -> word != 0;
      case INTEGER8, UNSIGNED8 -> (byte) word;
      case INTEGER16, UNSIGNED16 -> (short) word;
      case INTEGER32, UNSIGNED32 -> (int) word;
      case INTEGER64, POINTER -> word;
      case FLOAT32 -> Float.intBitsToFloat((int) word);
      case FLOAT64 -> Double.longBitsToDouble(word);
    };
  }
}
