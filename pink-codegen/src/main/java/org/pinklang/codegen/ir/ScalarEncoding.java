package org.pinklang.codegen.ir;

/** What the bits of a scalar type mean to a debugger. */
public enum ScalarEncoding {
  /** True or false. */
  BOOLEAN,
  /** A signed integer. */
  SIGNED,
  /** An unsigned integer. */
  UNSIGNED,
  /** A byte, which may be shown as a character too. */
  BYTE,
  /** A float. */
  FLOAT;

  private static final ScalarEncoding[] ALL = values();

  /** The one of a number that was written. */
  public static ScalarEncoding of(int number) {
    return ALL[number];
  }
}
