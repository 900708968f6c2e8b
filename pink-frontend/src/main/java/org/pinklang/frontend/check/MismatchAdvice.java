package org.pinklang.frontend.check;

import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;

/** What to do about a value of the wrong type. */
final class MismatchAdvice {
  private MismatchAdvice() {}

  /** Adds notes and edits that would make the value fit. */
  static void add(Diagnostic.Builder finding, TypedExpression value, PinkType wanted, Node tree) {
    PinkType found = value.type();
    if (wanted == Scalar.NIL && found instanceof PinkType.Pointer pointer) {
      PinkType nullable = new PinkType.Pointer(pointer.target(), true);
      finding.note("`nil` alone is of type `Nil`: declare `p: " + nullable.display() + " := nil`");
    } else if (found instanceof Scalar from && wanted instanceof Scalar to) {
      addScalarAdvice(finding, from, to, tree);
    } else if (found instanceof PinkType.Pointer pointer) {
      addPointerAdvice(finding, pointer, wanted, tree);
    } else if (wanted instanceof PinkType.Pointer pointer && pointer.target().equals(found)) {
      if (Places.isPlace(value)) {
        finding.edit(before(tree), "&", "take its address");
      } else {
        finding.note("bind the value to a variable to take its address with `&`");
      }
    } else if (wanted instanceof PinkType.Slice slice
        && found instanceof PinkType.Array array
        && array.element().equals(slice.element())) {
      finding.note("`a[..]` or `&a` makes a slice of an array `a`");
    } else if (found instanceof PinkType.Function function && function.result().equals(wanted)) {
      finding.note("call the function to use its result");
    } else if (found instanceof PinkType.Array from
        && wanted instanceof PinkType.Array to
        && from.element().equals(to.element())) {
      finding.note(
          "the array has " + from.length() + " elements where " + to.length() + " are wanted");
    }
  }

  private static void addScalarAdvice(
      Diagnostic.Builder finding, Scalar from, Scalar to, Node tree) {
    if (to == Scalar.BOOLEAN && from.isNumeric()) {
      finding.note("numbers are no conditions; compare, as in `x != 0`");
    } else if (Conversions.isConversion(from, to) && tree instanceof Expression) {
      finding
          .edit(before(tree), to.display() + "(", "convert the value")
          .edit(after(tree), ")", "and close the parenthesis");
    }
  }

  private static void addPointerAdvice(
      Diagnostic.Builder finding, PinkType.Pointer found, PinkType wanted, Node tree) {
    if (wanted == Scalar.BOOLEAN && found.nullable()) {
      finding.edit(after(tree), " != nil", "ask whether it is nil");
    } else if (wanted instanceof PinkType.Pointer to && to.target().equals(found.target())) {
      finding.note("test it with `if (p != nil)`, or write `p!`, which panics on nil");
    } else if (wanted instanceof PinkType.Pointer) {
      finding.note("`p as " + wanted.display() + "` changes the type of a pointer, unchecked");
    } else if (!found.nullable() && found.target().equals(wanted)) {
      finding.edit(before(tree), "*", "read what it points at");
    }
  }

  private static Span before(Node tree) {
    return new Span(tree.start(), tree.start());
  }

  private static Span after(Node tree) {
    return new Span(tree.end(), tree.end());
  }
}
