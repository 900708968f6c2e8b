package org.pinklang.frontend.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a struct or union holds, its types resolved. */
public sealed interface TypeDefinition {

  /** Which declaration this defines. */
  SymbolId symbol();

  /** A struct, its fields in declaration order. */
  record Struct(SymbolId symbol, NamedList<Field> fields) implements TypeDefinition {

    /** Copies the list. */
    public Struct(SymbolId symbol, List<Field> fields) {
      this(symbol, new NamedList<>(fields, Field::name));
    }

    /** Index of the field of a name, −1 for none. */
    public int indexOf(String name) {
      return fields.indexOfName(name);
    }
  }

  /** A union, its alternatives in declaration order, which is the order of their tags. */
  record Union(SymbolId symbol, NamedList<Alternative> alternatives) implements TypeDefinition {

    /** Copies the list. */
    public Union(SymbolId symbol, List<Alternative> alternatives) {
      this(symbol, new NamedList<>(alternatives, Alternative::name));
    }

    /** Index of the alternative of a name, −1 for none. */
    public int indexOf(String name) {
      return alternatives.indexOfName(name);
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
