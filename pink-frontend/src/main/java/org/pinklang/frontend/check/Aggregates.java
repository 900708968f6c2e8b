package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.TypeCode;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.TypedExpression;

/** Struct literals, arrays and tuples. */
final class Aggregates {
  private final BodyContext context;

  Aggregates(BodyContext context) {
    this.context = context;
  }

  /** {@code Point { x: 1, y: 2 }}. */
  TypedExpression struct(Expression.StructLiteral tree) {
    PinkType.Nominal type = structType(tree.path());
    if (type != null) {
      tree.fields().forEach(field -> context.observations.member(field.name(), type));
    }
    if (type == null
        || !(context.declarations.definition(type.symbol())
            instanceof TypeDefinition.Struct struct)) {
      if (type != null && context.declarations.isOpaqueHere(type.symbol())) {
        context.report(
            context
                .finding(TypeCode.OPAQUE, tree.path(), type.display())
                .note("only its own module makes values of it"));
      }
      tree.fields().forEach(field -> checkSilently(field.value()));
      return BodyContext.erroneous(tree.start());
    }
    return structValue(tree, type, struct);
  }

  private void checkSilently(Expression value) {
    context.expressions.infer(value, PinkType.Erroneous.ERRONEOUS);
  }

  private PinkType.@Nullable Nominal structType(Expression.Path path) {
    LocalSymbol local = context.names.local(path);
    if (local != null) {
      local.markUsed();
      context.observations.used(local, path.start());
      context.report(
          context
              .finding(TypeCode.VARIABLE_AS_TYPE, path, path.name().text())
              .secondary(local.nameSpan(), "declared here"));
      return null;
    }
    Entity entity = context.resolve(path);
    if (entity instanceof Entity.Type type) {
      if (type.type() instanceof PinkType.Nominal nominal
          && nominal.kind() == PinkType.Nominal.Kind.STRUCT) {
        return nominal;
      }
      if (type.type() == PinkType.Erroneous.ERRONEOUS) {
        return null;
      }
    }
    if (!(entity instanceof Entity.Broken)) {
      context.report(notStruct(path, entity));
    }
    return null;
  }

  private Diagnostic.Builder notStruct(Expression.Path path, Entity entity) {
    String name = path.name().text();
    Diagnostic.Builder finding = context.finding(TypeCode.NOT_A_STRUCT, path, name);
    if (entity instanceof Entity.Type type && type.type() instanceof PinkType.Nominal) {
      finding.note("a value of a union is written `" + name + ".alternative(value)`");
    }
    return finding;
  }

  private TypedExpression structValue(
      Expression.StructLiteral tree, PinkType.Nominal type, TypeDefinition.Struct struct) {
    boolean[] given = new boolean[struct.fields().size()];
    List<TypedExpression.FieldInitializer> fields = new ArrayList<>(tree.fields().size());
    List<TypedExpression> values = new ArrayList<>(tree.fields().size());
    boolean wrong = false;
    for (Expression.FieldValue field : tree.fields()) {
      int index = struct.indexOf(field.name().text());
      if (index < 0 || given[index]) {
        reportField(type, struct, field, index >= 0);
        checkSilently(field.value());
        wrong = true;
        continue;
      }
      given[index] = true;
      TypedExpression value =
          context.expressions.check(
              field.value(), struct.fields().get(index).type(), Purpose.field(field.name().text()));
      values.add(value);
      fields.add(new TypedExpression.FieldInitializer(index, value));
    }
    if (!wrong) {
      reportMissing(tree, type, struct, given);
    }
    TypedExpression cut = BodyContext.cutShort(values, tree.start());
    return cut != null ? cut : new TypedExpression.StructValue(type, fields, tree.start());
  }

  private void reportField(
      PinkType.Nominal type,
      TypeDefinition.Struct struct,
      Expression.FieldValue field,
      boolean known) {
    String name = field.name().text();
    if (known) {
      context.report(context.finding(TypeCode.DUPLICATE_FIELD, field.name(), name));
      return;
    }
    List<String> names = struct.fields().stream().map(TypeDefinition.Field::name).toList();
    context.report(
        context
            .finding(TypeCode.NO_SUCH_FIELD, field.name(), type.display(), name)
            .note(Nearest.fieldsNote(name, names)));
  }

  private void reportMissing(
      Expression.StructLiteral tree,
      PinkType.Nominal type,
      TypeDefinition.Struct struct,
      boolean[] given) {
    List<String> missing = new ArrayList<>(0);
    for (int i = 0; i < given.length; i++) {
      if (!given[i]) {
        missing.add(struct.fields().get(i).name());
      }
    }
    if (!missing.isEmpty()) {
      String names =
          missing.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
      context.report(context.finding(TypeCode.MISSING_FIELDS, tree.path(), type.display(), names));
    }
  }

  /** {@code [a, b, c]}; a wanted array type says what its elements are. */
  TypedExpression array(Expression.Array tree, @Nullable PinkType hint) {
    PinkType wanted = hint instanceof PinkType.Array array ? array.element() : null;
    if (tree.elements().isEmpty() && wanted == null) {
      return hint == PinkType.Erroneous.ERRONEOUS
          ? BodyContext.erroneous(tree.start())
          : context.reject(context.finding(TypeCode.EMPTY_ARRAY, tree), tree.start());
    }
    List<TypedExpression> elements = new ArrayList<>(tree.elements().size());
    PinkType type = wanted == null ? equalElements(tree, elements) : wanted;
    if (wanted != null) {
      for (Expression element : tree.elements()) {
        elements.add(context.expressions.check(element, wanted, Purpose.ELEMENT));
      }
    }
    if (elements.stream().anyMatch(BodyContext::isErroneous)) {
      return BodyContext.erroneous(tree.start());
    }
    TypedExpression cut = BodyContext.cutShort(elements, tree.start());
    if (cut != null) {
      return cut;
    }
    return type == null
        ? BodyContext.erroneous(tree.start())
        : new TypedExpression.ArrayValue(
            new PinkType.Array(type, elements.size()), elements, tree.start());
  }

  /**
   * Checks elements that must be of one type, whichever it is.
   *
   * @return their type; null where none has one, or where they differ, which is reported once
   */
  private @Nullable PinkType equalElements(Expression.Array tree, List<TypedExpression> elements) {
    PinkType type = null;
    boolean reported = false;
    for (Expression element : tree.elements()) {
      TypedExpression typed = context.expressions.infer(element, null);
      elements.add(typed);
      if (type == null && !BodyContext.isNever(typed)) {
        type = typed.type();
      } else if (!reported && type != null && differs(typed.type(), type)) {
        reportElement(tree, element, type, typed.type());
        reported = true;
      }
    }
    return reported ? null : type;
  }

  private static boolean differs(PinkType found, PinkType type) {
    return !found.equals(type)
        && !Coercions.agreesSilently(found)
        && !Coercions.agreesSilently(type);
  }

  private void reportElement(
      Expression.Array tree, Expression element, PinkType first, PinkType found) {
    context.report(
        context
            .finding(TypeCode.ELEMENTS_DIFFER, element, first.display(), found.display())
            .secondary(tree.elements().getFirst().span(), "`" + first.display() + "` here"));
  }

  /** {@code [e; n]}. */
  TypedExpression repeated(Expression.RepeatedArray tree, @Nullable PinkType hint) {
    TypedExpression element =
        hint instanceof PinkType.Array array
            ? context.expressions.check(tree.element(), array.element(), Purpose.ELEMENT)
            : context.expressions.infer(tree.element(), null);
    long length = context.types.length(tree.length());
    if (length < 0 || BodyContext.isErroneous(element)) {
      return BodyContext.erroneous(tree.start());
    }
    if (BodyContext.isNever(element)) {
      return element;
    }
    PinkType.Array type = new PinkType.Array(element.type(), length);
    return context.types.requireFitting(type, tree)
        ? new TypedExpression.RepeatedArrayValue(type, element, tree.start())
        : BodyContext.erroneous(tree.start());
  }

  /** {@code (a, b)}; a wanted tuple type says what its elements are. */
  TypedExpression tuple(Expression.Tuple tree, @Nullable PinkType hint) {
    int count = tree.elements().size();
    List<PinkType> wanted =
        hint instanceof PinkType.Tuple tuple && tuple.elements().size() == count
            ? tuple.elements()
            : null;
    List<TypedExpression> elements = new ArrayList<>(count);
    List<PinkType> types = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Expression element = tree.elements().get(i);
      TypedExpression typed =
          wanted != null
              ? context.expressions.check(element, wanted.get(i), Purpose.ELEMENT)
              : context.expressions.infer(element, null);
      elements.add(typed);
      types.add(typed.type());
    }
    if (types.contains(PinkType.Erroneous.ERRONEOUS)) {
      return BodyContext.erroneous(tree.start());
    }
    TypedExpression cut = BodyContext.cutShort(elements, tree.start());
    if (cut != null) {
      return cut;
    }
    PinkType.Tuple type = new PinkType.Tuple(types);
    return context.types.requireSimple(type, tree)
        ? new TypedExpression.TupleValue(type, elements, tree.start())
        : BodyContext.erroneous(tree.start());
  }
}
