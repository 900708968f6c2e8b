package org.pinklang.codegen.ir;

/** Instructions that convert a value to another type. */
public enum Cast {
  /** To a narrower integer. */
  TRUNC,
  /** To a wider integer, filled with zeros. */
  ZEXT,
  /** To a wider integer, filled with the sign. */
  SEXT,
  /** Float to signed integer; meaningless where it does not fit. */
  FPTOSI,
  /** Float to unsigned integer; meaningless where it does not fit. */
  FPTOUI,
  /** Signed integer to float. */
  SITOFP,
  /** Unsigned integer to float. */
  UITOFP,
  /** To a narrower float. */
  FPTRUNC,
  /** To a wider float. */
  FPEXT,
  /** Pointer to integer. */
  PTRTOINT
}
