package org.pinklang.link.load;

/**
 * What fits into one register: the type of a parameter of a machine-level function. Java passes and
 * gets all of them as {@code long}: integers by value, floats by their bits ({@code
 * Float.floatToRawIntBits}, {@code Double.doubleToRawLongBits}), pointers by address.
 */
public enum ScalarType {
  /** A truth value, 0 or 1. */
  BOOLEAN("i1", "zeroext", 'b'),
  /** A signed integer of 8 bits. */
  INTEGER8("i8", "signext", 'c'),
  /** An unsigned integer of 8 bits. */
  UNSIGNED8("i8", "zeroext", 'C'),
  /** A signed integer of 16 bits. */
  INTEGER16("i16", "signext", 's'),
  /** An unsigned integer of 16 bits. */
  UNSIGNED16("i16", "zeroext", 'S'),
  /** An integer of 32 bits; Java reads it with its sign. */
  INTEGER32("i32", "signext", 'i'),
  /** An unsigned integer of 32 bits. */
  UNSIGNED32("i32", "zeroext", 'I'),
  /** An integer of 64 bits. */
  INTEGER64("i64", "", 'l'),
  /** An IEEE 754 single. */
  FLOAT32("float", "", 'f'),
  /** An IEEE 754 double. */
  FLOAT64("double", "", 'd'),
  /** An address. */
  POINTER("ptr", "", 'p');

  private final String irType;
  private final String extension;
  private final char code;

  ScalarType(String irType, String extension, char code) {
    this.irType = irType;
    this.extension = extension;
    this.code = code;
  }

  /** The type's name in LLVM's language. */
  String irType() {
    return irType;
  }

  /** How narrow integers fill their register, as LLVM's attribute; empty for other types. */
  String extension() {
    return extension;
  }

  /** Type and attribute as they stand before the result of a function. */
  String withExtension() {
    return extension.isEmpty() ? irType : extension + " " + irType;
  }

  boolean isNarrowInteger() {
    return !extension.isEmpty();
  }

  /** A letter of its own, for names. */
  char code() {
    return code;
  }

  boolean isSigned() {
    return extension.equals("signext");
  }
}
