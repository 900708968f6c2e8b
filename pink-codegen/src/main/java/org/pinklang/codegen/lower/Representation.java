package org.pinklang.codegen.lower;

import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** How values of a type are held while they are worked with. */
enum Representation {
  /** Not at all. */
  NONE,
  /** In a register. */
  SCALAR,
  /** In two registers. */
  SLICE,
  /** In memory. */
  MEMORY;

  static Representation of(PinkType type) {
    return switch (type) {
      case Scalar scalar -> scalar == Scalar.NIL ? NONE : SCALAR;
      case PinkType.Pointer pointer -> SCALAR;
      case PinkType.Function function -> SCALAR;
      case PinkType.Slice slice -> SLICE;
      case PinkType.Tuple tuple -> MEMORY;
      case PinkType.Array array -> MEMORY;
      case PinkType.Nominal nominal -> MEMORY;
      case PinkType.Never never -> NONE;
      case PinkType.Erroneous erroneous -> NONE;
    };
  }
}
