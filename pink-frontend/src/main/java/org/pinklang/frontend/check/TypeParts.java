package org.pinklang.frontend.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.Layouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.TypeDefinition;

/** What types consist of. */
final class TypeParts {

  private TypeParts() {}

  /** The structs and unions that a value of a type holds directly, in order. */
  static Set<PinkType.Nominal> heldByValue(PinkType type) {
    if (!(type instanceof PinkType.Nominal
        || type instanceof PinkType.Tuple
        || type instanceof PinkType.Array)) {
      return Set.of();
    }
    Set<PinkType.Nominal> held = new LinkedHashSet<>();
    addHeld(type, held);
    return held;
  }

  /** The structs and unions that the fields of a struct or union hold directly, in order. */
  static Set<PinkType.Nominal> heldByValue(TypeDefinition definition) {
    Set<PinkType.Nominal> held = new LinkedHashSet<>();
    ofFields(definition).forEach(type -> addHeld(type, held));
    return held;
  }

  /** The types of the fields or of what the alternatives carry, in order. */
  static List<PinkType> ofFields(TypeDefinition definition) {
    return switch (definition) {
      case TypeDefinition.Struct struct ->
          struct.fields().stream().map(TypeDefinition.Field::type).toList();
      case TypeDefinition.Union union ->
          union.alternatives().stream()
              .map(TypeDefinition.Alternative::type)
              .filter(Objects::nonNull)
              .toList();
    };
  }

  private static void addHeld(PinkType type, Set<PinkType.Nominal> held) {
    switch (type) {
      case PinkType.Nominal nominal -> held.add(nominal);
      case PinkType.Tuple tuple -> tuple.elements().forEach(element -> addHeld(element, held));
      case PinkType.Array array -> addHeld(array.element(), held);
      default -> {}
    }
  }

  /** The part of a written type that is larger than a type may be; null for none. */
  static @Nullable PinkType tooLarge(PinkType type, Layouts layouts) {
    return switch (type) {
      case PinkType.Tuple tuple -> {
        PinkType found = null;
        for (PinkType element : tuple.elements()) {
          found = found == null ? tooLarge(element, layouts) : found;
        }
        yield found == null ? whole(type, layouts) : found;
      }
      case PinkType.Array array -> {
        PinkType found = tooLarge(array.element(), layouts);
        yield found == null ? whole(type, layouts) : found;
      }
      case PinkType.Pointer pointer -> tooLarge(pointer.target(), layouts);
      case PinkType.Slice slice -> tooLarge(slice.element(), layouts);
      default -> null;
    };
  }

  private static @Nullable PinkType whole(PinkType type, Layouts layouts) {
    return layouts.layout(type).size() > Layouts.MAX_SIZE ? type : null;
  }

  /** Whether something in a type is wrong. */
  static boolean isErroneous(PinkType type) {
    return switch (type) {
      case PinkType.Erroneous erroneous -> true;
      case PinkType.Tuple tuple -> tuple.elements().stream().anyMatch(TypeParts::isErroneous);
      case PinkType.Array array -> isErroneous(array.element());
      case PinkType.Pointer pointer -> isErroneous(pointer.target());
      case PinkType.Slice slice -> isErroneous(slice.element());
      case PinkType.Function function ->
          isErroneous(function.result())
              || function.parameters().stream().anyMatch(TypeParts::isErroneous);
      default -> false;
    };
  }
}
