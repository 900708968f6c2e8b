package org.pinklang.frontend.check;

import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** What to write instead of an operator that does not work on its operands. */
final class OperandAdvice {
  private OperandAdvice() {}

  /** Adds what to do about an operator that is not made for a type. */
  static void add(Diagnostic.Builder finding, BinaryOperator operator, PinkType type) {
    if (type.equals(PinkType.Slice.OF_BYTES) && operator == BinaryOperator.ADD) {
      finding.note(
          "joining texts needs memory, which no operator allocates; append both to a buffer of"
              + " `std.text`");
    } else if (type == Scalar.BOOLEAN) {
      finding.note("Booleans are joined by `and`, `or`, `&`, `|` and `^`");
    } else if (operator == BinaryOperator.REMAINDER && isFloat(type)) {
      finding.note("`%` is for integers; `std.math` has the remainder of floats");
    } else if (type instanceof PinkType.Pointer pointer) {
      finding.note(
          pointer.nullable()
              ? "pointers have no arithmetic"
              : "pointers have no arithmetic; `p[a..b]` makes a slice of what follows `p`");
    } else if (isFloat(type)) {
      finding.note("bits are operated on in integers");
    }
  }

  /** Adds how to bring two operands to one type. */
  static void addConversion(Diagnostic.Builder finding, PinkType left, PinkType right) {
    if (left instanceof Scalar from
        && right instanceof Scalar to
        && from.isNumeric()
        && to.isNumeric()) {
      Scalar wider = to.isFloat() || to.bits() > from.bits() && !from.isFloat() ? to : from;
      finding.note("convert one of them, as in `" + wider.display() + "(x)`");
    } else if (left instanceof PinkType.Pointer pointer && pointer.target().equals(right)
        || right instanceof PinkType.Pointer other && other.target().equals(left)) {
      finding.note("`*p` is what a pointer `p` points at");
    }
  }

  private static boolean isFloat(PinkType type) {
    return type instanceof Scalar scalar && scalar.isFloat();
  }
}
