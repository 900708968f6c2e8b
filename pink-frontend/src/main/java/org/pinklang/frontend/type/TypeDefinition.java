package org.pinklang.frontend.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a struct or union holds, its types resolved. */
public sealed interface TypeDefinition {

  /** Which declaration this defines. */
  SymbolId symbol();

  /** A struct, its fields in declaration order. */
  record Struct(SymbolId symbol, List<Field> fields) implements TypeDefinition {

    /** Copies the list. */
    public Struct {
      fields = List.copyOf(fields);
    }

    /** Index of the field of a name, −1 for none. */
    public int indexOf(String name) {
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).name().equals(name)) {
          return i;
        }
      }
      return -1;
    }
  }

  /** A union, its alternatives in declaration order, which is the order of their tags. */
  record Union(SymbolId symbol, List<Alternative> alternatives) implements TypeDefinition {

    /** Copies the list. */
    public Union {
      alternatives = List.copyOf(alternatives);
    }

    /** Index of the alternative of a name, −1 for none. */
    public int indexOf(String name) {
      for (int i = 0; i < alternatives.size(); i++) {
        if (alternatives.get(i).name().equals(name)) {
          return i;
        }
      }
      return -1;
    }
  }

  /** One field. */
  record Field(String name, PinkType type) {}

  /**
   * One alternative.
   *
   * @param type what it carries; null for nothing
   */
  record Alternative(String name, @Nullable PinkType type) {}
}
