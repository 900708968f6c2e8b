package org.pinklang.codegen.ir;

/** Comparisons of integers, pointers and floats. */
public enum Comparison {
  /** Integers or pointers are equal. */
  EQ,
  /** Integers or pointers differ. */
  NE,
  /** Signed less. */
  SLT,
  /** Signed less or equal. */
  SLE,
  /** Signed greater. */
  SGT,
  /** Signed greater or equal. */
  SGE,
  /** Unsigned less. */
  ULT,
  /** Unsigned less or equal. */
  ULE,
  /** Unsigned greater. */
  UGT,
  /** Unsigned greater or equal. */
  UGE,
  /** Floats are equal and neither is NaN. */
  FEQ,
  /** Floats differ or one is NaN. */
  FNE,
  /** Float less; false for NaN. */
  FLT,
  /** Float less or equal; false for NaN. */
  FLE,
  /** Float greater; false for NaN. */
  FGT,
  /** Float greater or equal; false for NaN. */
  FGE,
  /** One of the floats is NaN. */
  FUNORDERED
}
