package org.pinklang.frontend.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.FlowCode;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;

/** The implicit conversions, and what is said where none applies. */
final class Coercions {
  private final BodyContext context;

  Coercions(BodyContext context) {
    this.context = context;
  }

  /**
   * A value as the wanted type.
   *
   * @param tree where it stands
   * @return of the wanted type, Never or Erroneous; what does not fit is reported
   */
  TypedExpression coerce(TypedExpression value, PinkType wanted, Node tree, Purpose purpose) {
    TypedExpression converted = convert(value, wanted);
    if (converted == null) {
      return context.reject(mismatch(value, wanted, tree, purpose), value.offset());
    }
    if (purpose.kind() == Purpose.Kind.RESULT) {
      rejectAddressOfLocal(converted, tree);
    }
    return converted;
  }

  /** A value as the wanted type where that needs at most an implicit conversion; else null. */
  static @Nullable TypedExpression convert(TypedExpression value, PinkType wanted) {
    PinkType type = value.type();
    if (type.equals(wanted) || agreesSilently(type) || agreesSilently(wanted)) {
      return value;
    }
    if (!(type instanceof PinkType.Pointer pointer) || pointer.nullable()) {
      return null;
    }
    if (wanted instanceof PinkType.Pointer to
        && to.nullable()
        && to.target().equals(pointer.target())) {
      return new TypedExpression.PointerCast(value, to, value.offset());
    }
    if (wanted instanceof PinkType.Slice slice
        && pointer.target() instanceof PinkType.Array array
        && array.element().equals(slice.element())) {
      return new TypedExpression.ArrayToSlice(value, slice, value.offset());
    }
    return null;
  }

  /** Whether a type is Never or holds an error, so that nothing more is to be said about it. */
  static boolean agreesSilently(PinkType type) {
    return switch (type) {
      case Scalar scalar -> false;
      case PinkType.Nominal nominal -> false;
      case PinkType.Never never -> true;
      case PinkType.Erroneous erroneous -> true;
      case PinkType.Pointer pointer -> agreesSilently(pointer.target());
      case PinkType.Slice slice -> agreesSilently(slice.element());
      case PinkType.Array array -> agreesSilently(array.element());
      case PinkType.Tuple tuple -> anyAgreesSilently(tuple.elements());
      case PinkType.Function function ->
          agreesSilently(function.result()) || anyAgreesSilently(function.parameters());
    };
  }

  private static boolean anyAgreesSilently(List<PinkType> types) {
    for (PinkType type : types) {
      if (agreesSilently(type)) {
        return true;
      }
    }
    return false;
  }

  private void rejectAddressOfLocal(TypedExpression value, Node tree) {
    TypedExpression.LocalPlace local = Places.addressedLocal(value);
    if (local != null) {
      Span declaration = context.scopes.symbol(local.local()).nameSpan();
      context.report(
          context
              .finding(FlowCode.LOCAL_RETURNED, tree, local.local().name())
              .secondary(declaration, "declared here"));
    }
  }

  private Diagnostic.Builder mismatch(
      TypedExpression value, PinkType wanted, Node tree, Purpose purpose) {
    Diagnostic.Builder finding = mismatchOf(value, wanted, tree, purpose);
    Span declared = purpose.declared();
    if (declared == null && purpose.kind() == Purpose.Kind.RESULT) {
      finding.note(
          "`"
              + purpose.name()
              + "` writes no result, and its first path gives `"
              + wanted.display()
              + "`");
    } else if (declared != null) {
      finding.secondary(declared, "`" + wanted.display() + "` is wanted because of this");
    }
    return finding;
  }

  private Diagnostic.Builder mismatchOf(
      TypedExpression value, PinkType wanted, Node tree, Purpose purpose) {
    if (purpose.kind() == Purpose.Kind.CONDITION && tree instanceof Expression.Assignment chain) {
      int behindPlace = chain.places().getLast().end();
      int beforeValue = chain.value().start();
      Span sign = new Span(behindPlace, beforeValue);
      return context
          .finding(FlowCode.ASSIGNED_CONDITION, tree)
          .edit(sign, " == ", "compare instead");
    }
    if (tree instanceof Literal.NilLiteral) {
      return nilMismatch(wanted, tree, purpose);
    }
    if (purpose.kind() == Purpose.Kind.RESULT
        && value.type() == Scalar.NIL
        && !(tree instanceof Expression)) {
      return context.finding(FlowCode.NO_RESULT, tree, purpose.name(), wanted.display());
    }
    String number = Literals.integerText(tree);
    if (number != null && wanted instanceof Scalar scalar && scalar.isFloat()) {
      return integerForFloat(tree, scalar, number);
    }
    String found = value.type().display();
    Diagnostic.Builder finding =
        context.finding(TypeCode.MISMATCH, tree, purpose.subject(), wanted.display(), found);
    MismatchAdvice.add(finding, value, wanted, tree);
    return finding;
  }

  /** An integer literal where a float is wanted. */
  Diagnostic.Builder integerForFloat(Node tree, Scalar wanted, String number) {
    String replacement = number + ".0";
    return context
        .finding(TypeCode.INTEGER_FOR_FLOAT, tree, number, wanted.display(), replacement)
        .edit(tree.span(), replacement, "write a float literal");
  }

  private Diagnostic.Builder nilMismatch(PinkType wanted, Node tree, Purpose purpose) {
    Diagnostic.Builder finding =
        context.finding(TypeCode.NIL_NOT_ALLOWED, tree, purpose.subject(), wanted.display());
    if (wanted instanceof PinkType.Pointer pointer) {
      PinkType nullable = new PinkType.Pointer(pointer.target(), true);
      finding.note("a pointer that may be nil has the type `" + nullable.display() + "`");
    }
    return finding;
  }
}
