package org.pinklang.frontend.check;

import java.util.HashSet;
import java.util.Set;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;

/** Which types have {@code ==}: all but slices, unions and what holds them. */
final class Equality {
  private final BodyContext context;

  Equality(BodyContext context) {
    this.context = context;
  }

  /** Whether two values of a type can be compared. */
  boolean isComparable(PinkType type) {
    return switch (type) {
      case PinkType.Slice slice -> false;
      case PinkType.Array array -> isComparable(array, new HashSet<>());
      case PinkType.Tuple tuple -> isComparable(tuple, new HashSet<>());
      case PinkType.Nominal nominal -> isComparable(nominal, new HashSet<>());
      default -> true;
    };
  }

  private boolean isComparable(PinkType type, Set<SymbolId> seen) {
    return switch (type) {
      case PinkType.Slice slice -> false;
      case PinkType.Array array -> isComparable(array.element(), seen);
      case PinkType.Tuple tuple -> {
        boolean all = true;
        for (PinkType element : tuple.elements()) {
          all &= isComparable(element, seen);
        }
        yield all;
      }
      case PinkType.Nominal nominal -> isStructComparable(nominal, seen);
      default -> true;
    };
  }

  private boolean isStructComparable(PinkType.Nominal type, Set<SymbolId> seen) {
    if (type.kind() == PinkType.Nominal.Kind.UNION) {
      return false;
    }
    if (!seen.add(type.symbol())) {
      return true;
    }
    if (!(context.declarations.definition(type.symbol()) instanceof TypeDefinition.Struct struct)) {
      return !context.declarations.isOpaqueHere(type.symbol());
    }
    for (TypeDefinition.Field field : struct.fields()) {
      if (!isComparable(field.type(), seen)) {
        return false;
      }
    }
    return true;
  }
}
