package org.pinklang.api.graphs;

/** What a unit may declare beside its functions and its constant. */
enum Feature {
  STRUCT,
  VARIABLE,
  OPAQUE,
  /** A function that another unit of the module defines. */
  BODILESS,
  /** A function whose result is inferred. */
  INFERRED,
  /** A function that takes a pointer to a struct of another unit. */
  POINTER,
  /** A pointer in the struct, which may close a circle of structs. */
  CIRCLE;

  boolean in(int bits) {
    return (bits >> ordinal() & 1) != 0;
  }

  /** One more than the largest set of bits. */
  static int sets() {
    return 1 << values().length;
  }
}
