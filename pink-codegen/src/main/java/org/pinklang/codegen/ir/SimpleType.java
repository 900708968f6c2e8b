package org.pinklang.codegen.ir;

/** The types that are there without being made; their numbers come first. */
public enum SimpleType {
  /** Nothing. */
  VOID,
  /** One bit. */
  I1,
  /** Eight bits. */
  I8,
  /** 16 bits. */
  I16,
  /** 32 bits. */
  I32,
  /** 64 bits. */
  I64,
  /** A float of 32 bits. */
  FLOAT,
  /** A float of 64 bits. */
  DOUBLE,
  /** An address. */
  POINTER
}
