package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Suffix;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.TypedExpression;

/** {@code .name} and {@code .0}, which reach through one pointer. */
final class Members {
  private final BodyContext context;

  Members(BodyContext context) {
    this.context = context;
  }

  /** {@code value.name} where no call follows. */
  TypedExpression member(TypedExpression value, Suffix.Member member, Span span) {
    TypedExpression object = reach(value);
    if (object.type() instanceof PinkType.Nominal nominal) {
      context.observations.member(member.name(), nominal);
      TypedExpression field = field(object, nominal, member.name().text(), span);
      if (field != null) {
        return field;
      }
      return isKnown(nominal)
          ? context.reject(noField(value, member), span.start())
          : rejectUnknown(nominal, member, span);
    }
    TypedExpression builtin = builtinMember(object, member, span);
    if (builtin != null) {
      context.observations.builtInMember(member.name());
      return builtin;
    }
    if (object.type() instanceof PinkType.Pointer pointer && pointer.nullable()) {
      return context.reject(mayBeNil(object, valueSpan(span, member)), span.start());
    }
    return context.reject(noField(value, member), span.start());
  }

  /** What a value or the pointer to it holds: {@code *value} for a pointer that is not nil. */
  TypedExpression reach(TypedExpression value) {
    return value.type() instanceof PinkType.Pointer pointer && !pointer.nullable()
        ? new TypedExpression.Dereference(value, pointer.target(), value.offset())
        : value;
  }

  /** The field of a name; null where the type has none or is not known here. */
  @Nullable TypedExpression field(
      TypedExpression object, PinkType.Nominal type, String name, Span span) {
    if (!(context.declarations.definition(type.symbol()) instanceof TypeDefinition.Struct struct)) {
      return null;
    }
    int index = struct.indexOf(name);
    if (index < 0) {
      return null;
    }
    PinkType fieldType = struct.fields().get(index).type();
    if (Coercions.agreesSilently(fieldType)) {
      return BodyContext.erroneous(span.start());
    }
    return context.types.requireComplete(
        new TypedExpression.FieldAccess(object, index, fieldType, span.start()), span);
  }

  /** Whether the unit knows what a struct or union holds. */
  boolean isKnown(PinkType.Nominal type) {
    return context.declarations.definition(type.symbol()) != null;
  }

  private TypedExpression rejectUnknown(PinkType.Nominal type, Suffix.Member member, Span span) {
    if (context.declarations.isOpaqueHere(type.symbol())) {
      context.report(
          context
              .finding(TypeCode.OPAQUE, member, type.display())
              .note("its fields are private; call a function of its module"));
    }
    return BodyContext.erroneous(span.start());
  }

  private @Nullable TypedExpression builtinMember(
      TypedExpression object, Suffix.Member member, Span span) {
    boolean isLength = member.name().text().equals("length");
    if (object.type() instanceof PinkType.Slice slice) {
      if (isLength) {
        return new TypedExpression.SliceLength(object, span.start());
      }
      if (member.name().text().equals("pointer")) {
        return new TypedExpression.SlicePointer(
            object, new PinkType.Pointer(slice.element(), false), span.start());
      }
    }
    return isLength && object.type() instanceof PinkType.Array array
        ? arrayLength(object, array, span)
        : null;
  }

  /** Whether {@code .name} is part of a type of slices or arrays. */
  static boolean hasBuiltin(PinkType type, String name) {
    boolean isSlice = type instanceof PinkType.Slice;
    return name.equals("length") && (isSlice || type instanceof PinkType.Array)
        || name.equals("pointer") && isSlice;
  }

  private static TypedExpression arrayLength(
      TypedExpression object, PinkType.Array array, Span span) {
    TypedExpression length =
        new TypedExpression.Constant(
            new ConstantValue.IntegerConstant(Scalar.INTEGER64, array.length()), span.start());
    boolean effectless =
        object instanceof TypedExpression.LocalPlace
            || object instanceof TypedExpression.GlobalPlace;
    return effectless
        ? length
        : new TypedExpression.Block(List.of(object, length), Scalar.INTEGER64, span.start());
  }

  /** {@code value.0}. */
  TypedExpression element(TypedExpression value, Suffix.TupleIndex index, Span span) {
    TypedExpression object = reach(value);
    if (object.type() instanceof PinkType.Tuple tuple && index.index() < tuple.elements().size()) {
      return new TypedExpression.FieldAccess(
          object, index.index(), tuple.elements().get(index.index()), span.start());
    }
    if (object.type() instanceof PinkType.Pointer pointer && pointer.nullable()) {
      return context.reject(mayBeNil(object, valueSpan(span, index)), span.start());
    }
    Diagnostic.Builder finding =
        context.finding(
            TypeCode.NO_SUCH_ELEMENT,
            index,
            object.type().display(),
            Integer.toString(index.index()));
    if (object.type() instanceof PinkType.Tuple tuple) {
      finding.note("its elements are `.0` to `." + (tuple.elements().size() - 1) + "`");
    } else if (object.type() instanceof PinkType.Array || object.type() instanceof PinkType.Slice) {
      finding.note("elements of arrays and slices are written `a[i]`");
    }
    return context.reject(finding, span.start());
  }

  private static Span valueSpan(Span chain, Suffix suffix) {
    return new Span(chain.start(), suffix.start());
  }

  /** A pointer is used that may be nil. */
  Diagnostic.Builder mayBeNil(TypedExpression pointer, Span span) {
    Diagnostic.Builder finding =
        context.finding(TypeCode.MAY_BE_NIL, span, pointer.type().display());
    if (pointer instanceof TypedExpression.LocalPlace place) {
      LocalSymbol local = context.scopes.symbol(place.local());
      String name = place.local().name();
      if (local.isAddressTaken()) {
        return finding.note(
            "a test of `"
                + name
                + "` says nothing, as its address is taken: write `"
                + name
                + "!`");
      }
      if (local.wasWidened()) {
        finding.note("a loop that assigns `" + name + "` starts without what was known of it");
      }
    }
    return finding.note("test it with `if (p != nil)`, or write `p!`, which panics on nil");
  }

  private Diagnostic.Builder noField(TypedExpression value, Suffix.Member member) {
    String name = member.name().text();
    PinkType type = reach(value).type();
    Diagnostic.Builder finding =
        context.finding(TypeCode.NO_SUCH_FIELD, member.name(), type.display(), name);
    if (type instanceof PinkType.Nominal nominal) {
      addFields(finding, nominal, name);
    } else if (type instanceof PinkType.Pointer && value.type() instanceof PinkType.Pointer) {
      finding.note("`.` reaches through one pointer; write `(*p)." + name + "`");
    } else if (type instanceof PinkType.Array && name.equals("pointer")) {
      finding.note("`&a[0]` is the pointer to the first element of an array `a`");
    }
    if (context.declarations.find(name) instanceof Entity.Function) {
      finding.note("to call the function `" + name + "`, write `." + name + "()`");
    }
    return finding;
  }

  private void addFields(Diagnostic.Builder finding, PinkType.Nominal type, String name) {
    switch (context.declarations.definition(type.symbol())) {
      case TypeDefinition.Struct struct -> {
        List<String> fields = new ArrayList<>();
        struct.fields().forEach(field -> fields.add(field.name()));
        finding.note(Nearest.fieldsNote(name, fields));
      }
      case TypeDefinition.Union union ->
          finding.note("what an alternative carries is reached by `match`");
      case null -> {}
    }
  }
}
