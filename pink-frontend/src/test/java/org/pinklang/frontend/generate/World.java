package org.pinklang.frontend.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;

/** Everything declared in the program so far. */
final class World {
  final Choices choices;
  final List<ModuleDraft> modules = new ArrayList<>();
  final List<GlobalDraft> globals = new ArrayList<>();
  final List<FunctionDraft> functions = new ArrayList<>();
  private final Map<SymbolId, TypeDefinition> definitions = new LinkedHashMap<>();
  private int names;

  World(Choices choices) {
    this.choices = choices;
  }

  /** A name that nothing else has. */
  String fresh(String prefix) {
    return prefix + names++;
  }

  ModuleDraft anyModule() {
    return choices.pick(modules);
  }

  ModuleDraft module(String name) {
    return modules.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  void define(TypeDefinition definition) {
    definitions.put(definition.symbol(), definition);
  }

  TypeDefinition definition(PinkType.Nominal type) {
    TypeDefinition found = definitions.get(type.symbol());
    if (found == null) {
      throw new IllegalStateException(type.display());
    }
    return found;
  }

  List<PinkType.Nominal> nominals() {
    return definitions.values().stream()
        .map(
            definition ->
                new PinkType.Nominal(
                    definition.symbol(),
                    definition instanceof TypeDefinition.Struct
                        ? PinkType.Nominal.Kind.STRUCT
                        : PinkType.Nominal.Kind.UNION))
        .toList();
  }

  List<PinkType.Nominal> unions() {
    return nominals().stream().filter(n -> n.kind() == PinkType.Nominal.Kind.UNION).toList();
  }

  /** The parts of a struct or tuple, by the text of their accesses. */
  Map<String, PinkType> fields(PinkType type) {
    Map<String, PinkType> fields = new LinkedHashMap<>();
    if (type instanceof PinkType.Tuple tuple) {
      for (int i = 0; i < tuple.elements().size(); i++) {
        fields.put("." + i, tuple.elements().get(i));
      }
    } else if (type instanceof PinkType.Nominal nominal
        && definition(nominal) instanceof TypeDefinition.Struct struct) {
      struct.fields().forEach(field -> fields.put("." + field.name(), field.type()));
    }
    return fields;
  }

  /** Whether {@code ==} compares values of a type. */
  boolean isComparable(PinkType type) {
    return switch (type) {
      case Scalar scalar -> true;
      case PinkType.Array array -> isComparable(array.element());
      case PinkType.Tuple tuple -> tuple.elements().stream().allMatch(this::isComparable);
      case PinkType.Nominal nominal ->
          nominal.kind() == PinkType.Nominal.Kind.STRUCT
              && fields(nominal).values().stream().allMatch(this::isComparable);
      default -> false;
    };
  }
}
