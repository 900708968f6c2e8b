package org.pinklang.link.load;

/**
 * What fits into one register: the type of a parameter or result of a machine-level function. In
 * one word, integers are held by value, floats by their bits ({@code Float.floatToRawIntBits},
 * {@code Double.doubleToRawLongBits}), pointers by address.
 */
public enum ScalarType {
  /** A truth value, 0 or 1. */
  BOOLEAN(boolean.class),
  /** A signed integer of 8 bits. */
  INTEGER8(byte.class),
  /** An unsigned integer of 8 bits. */
  UNSIGNED8(byte.class),
  /** A signed integer of 16 bits. */
  INTEGER16(short.class),
  /** An unsigned integer of 16 bits. */
  UNSIGNED16(short.class),
  /** An integer of 32 bits. */
  INTEGER32(int.class),
  /** An unsigned integer of 32 bits. */
  UNSIGNED32(int.class),
  /** An integer of 64 bits. */
  INTEGER64(long.class),
  /** An IEEE 754 single. */
  FLOAT32(float.class),
  /** An IEEE 754 double. */
  FLOAT64(double.class),
  /** An address. */
  POINTER(long.class);

  private final Class<?> javaType;

  ScalarType(Class<?> javaType) {
    this.javaType = javaType;
  }

  /** The Java type as wide; an unsigned integer has the same bits as Java's signed one. */
  public Class<?> javaType() {
    return javaType;
  }

  /** Whether it travels in a register for floats. */
  public boolean isFloat() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /**
   * A word with the value of the low bits that count, extended as callers must.
   *
   * @param word any word whose low bits are the value's
   */
  public long extend(long word) {
    return switch (this) {
      case BOOLEAN -> word & 1;
      case INTEGER8 -> (byte) word;
      case UNSIGNED8 -> word & 0xFF;
      case INTEGER16 -> (short) word;
      case UNSIGNED16 -> word & 0xFFFF;
      case INTEGER32 -> (int) word;
      case UNSIGNED32, FLOAT32 -> word & 0xFFFF_FFFFL;
      case INTEGER64, FLOAT64, POINTER -> word;
    };
  }
}
