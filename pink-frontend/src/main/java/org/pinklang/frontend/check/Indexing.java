package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.FlowCode;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Suffix;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.TypedExpression;

/** {@code a[i]} and {@code a[from..to]}. */
final class Indexing {
  private final BodyContext context;

  Indexing(BodyContext context) {
    this.context = context;
  }

  /** {@code value[i]}. */
  TypedExpression index(TypedExpression value, Suffix.Index suffix, Span span) {
    TypedExpression base = throughArrayPointer(value);
    PinkType element = elementType(base.type());
    if (element == null) {
      context.expressions.infer(suffix.index(), PinkType.Erroneous.ERRONEOUS);
      return rejectBase(base, "index", new Span(span.start(), suffix.start()), suffix);
    }
    TypedExpression index = integer(suffix.index(), "an index");
    if (BodyContext.isErroneous(index) || Coercions.agreesSilently(element)) {
      return BodyContext.erroneous(span.start());
    }
    TypedExpression cut = BodyContext.cutShort(List.of(base, index), span.start());
    return cut != null
        ? cut
        : context.types.requireComplete(
            new TypedExpression.ElementAccess(base, index, element, span.start()), span);
  }

  /** {@code value[from..to]}. */
  TypedExpression slice(TypedExpression value, Suffix.Slice suffix, Span span) {
    TypedExpression base = throughArrayPointer(value);
    TypedExpression from = bound(suffix.from());
    TypedExpression to = bound(suffix.to());
    if (from != null && BodyContext.isErroneous(from)
        || to != null && BodyContext.isErroneous(to)) {
      return BodyContext.erroneous(span.start());
    }
    PinkType element = elementType(base.type());
    if (base.type() instanceof PinkType.Pointer pointer && !pointer.nullable()) {
      if (from == null || to == null) {
        return context.reject(context.finding(TypeCode.SLICE_BOUNDS, suffix), span.start());
      }
      element = pointer.target();
    } else if (base.type() instanceof PinkType.Array) {
      if (!Places.isPlace(base)) {
        return context.reject(context.finding(FlowCode.ADDRESS_OF_VALUE, span), span.start());
      }
      context.places.markAddressTaken(base);
    }
    if (element == null) {
      return rejectBase(base, "slice", new Span(span.start(), suffix.start()), null);
    }
    return context.types.isComplete(element, span)
        ? sliceOf(base, from, to, element, span)
        : BodyContext.erroneous(span.start());
  }

  private static TypedExpression sliceOf(
      TypedExpression base,
      @Nullable TypedExpression from,
      @Nullable TypedExpression to,
      PinkType element,
      Span span) {
    List<TypedExpression> parts = new ArrayList<>(3);
    parts.add(base);
    if (from != null) {
      parts.add(from);
    }
    if (to != null) {
      parts.add(to);
    }
    TypedExpression cut = BodyContext.cutShort(parts, span.start());
    return cut != null
        ? cut
        : new TypedExpression.SliceOf(base, from, to, new PinkType.Slice(element), span.start());
  }

  private static TypedExpression throughArrayPointer(TypedExpression value) {
    return value.type() instanceof PinkType.Pointer pointer
            && !pointer.nullable()
            && pointer.target() instanceof PinkType.Array
        ? new TypedExpression.Dereference(value, pointer.target(), value.offset())
        : value;
  }

  private static @Nullable PinkType elementType(PinkType type) {
    return switch (type) {
      case PinkType.Array array -> array.element();
      case PinkType.Slice slice -> slice.element();
      default -> null;
    };
  }

  private @Nullable TypedExpression bound(@Nullable Expression tree) {
    return tree == null ? null : integer(tree, "a bound");
  }

  private TypedExpression integer(Expression tree, String what) {
    TypedExpression index = context.expressions.infer(tree, null);
    boolean fits = index.type() instanceof Scalar scalar && scalar.isInteger();
    return fits || BodyContext.isSpent(index)
        ? index
        : context.reject(
            context.finding(TypeCode.NOT_AN_INTEGER, tree, what, index.type().display()),
            tree.start());
  }

  private TypedExpression rejectBase(
      TypedExpression base, String what, Span span, Suffix.@Nullable Index suffix) {
    PinkType type = base.type();
    if (type instanceof PinkType.Pointer pointer && pointer.nullable()) {
      return context.reject(context.members.mayBeNil(base, span), span.start());
    }
    Diagnostic.Builder finding =
        context.finding(TypeCode.NOT_INDEXABLE, span, type.display(), what);
    if (type instanceof PinkType.Pointer pointer && suffix != null) {
      finding.note(
          pointer.target() instanceof PinkType.Slice
              ? "`(*p)[i]` is an element of the slice `p` points at"
              : "a pointer has no length: make a slice of `n` elements with `p[0..n]`");
    } else if (type instanceof PinkType.Tuple) {
      finding.note("elements of tuples are written `.0`, `.1`, …");
    }
    return context.reject(finding, span.start());
  }
}
