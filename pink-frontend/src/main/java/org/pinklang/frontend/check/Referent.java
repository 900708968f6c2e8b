package org.pinklang.frontend.check;

import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.type.SymbolId;

/**
 * What a name in a text stands for: nothing but identity, so that it can be compared between units
 * and between builds.
 */
public sealed interface Referent {

  /** The name it was declared with. */
  String name();

  /** A function, global, struct or union; the build may lack the declaration. */
  record TopLevel(SymbolId symbol) implements Referent {
    @Override
    public String name() {
      return symbol.name();
    }
  }

  /** A field of a struct or an alternative of a union. */
  record Member(SymbolId owner, String name) implements Referent {}

  /**
   * A parameter, local, loop variable or binder.
   *
   * @param unit logical name of the text
   * @param offset where the name stands in its declaration
   */
  record Local(String unit, int offset, String name) implements Referent {}

  /** A module, or a partition of one. */
  record Unit(UnitName unit) implements Referent {
    @Override
    public String name() {
      return unit.isPrimary() ? unit.module() : unit.partition();
    }
  }

  /** A type or function that every unit has without declaring or importing it. */
  record Predeclared(String name) implements Referent {}

  /** {@code length} or {@code pointer} of arrays and slices. */
  record BuiltInMember(String name) implements Referent {}
}
