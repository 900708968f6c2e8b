package org.pinklang.codegen.ir;

/** The kinds of values that steps name; each is followed by what its comment names. */
public enum Operand {
  /** How many values were made since this one was. */
  RESULT,
  /** An integer: type in the operand's own number, value. */
  INTEGER,
  /** A symbol: in the operand's own number. */
  SYMBOL,
  /** Symbol of the function, index of the parameter. */
  ARGUMENT,
  /** A float: type, bits as a double. */
  FLOAT,
  /** Zero: type. */
  ZERO,
  /** No value in particular: type. */
  POISON,
  /** Bytes: length, these. */
  BYTES,
  /** A packed struct: number of fields, these. */
  STRUCT,
  /** An address in a global: symbol, offset. */
  INSIDE;

  /** Operands up to this one share their number with the first thing that follows. */
  static final int LAST_SHORT = SYMBOL.ordinal();

  static final int SHORT_BITS = 2;

  private static final Operand[] ALL = values();

  static Operand of(int number) {
    return ALL[number];
  }
}
