package org.pinklang.frontend.check;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.type.SymbolId;

/**
 * One question that checking a unit asked about other units. Its answer in a build has a {@link
 * ReadAnswers#fingerprint fingerprint}; as long as the fingerprints of all that a unit read are the
 * same, checking it again gives the same checked unit.
 */
public sealed interface UnitRead {

  /** What resolving a name came to: a unit of some kind, or none. */
  record Answer(UnitName unit) implements UnitRead {}

  /** Which units a module has and which partitions these show, not what they declare. */
  record Shape(String module) implements UnitRead {}

  /** Which units of the reader's own module declare a name, and as what. */
  record Shared(String module, String name) implements UnitRead {}

  /** What importers of a module find by a name: a declaration, through whatever re-exports. */
  record Export(String module, String name) implements UnitRead {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Export that && name.equals(that.name) && module.equals(that.module);
    }

    @Override
    public int hashCode() {
      return 31 * module.hashCode() + name.hashCode();
    }
  }

  /** Whether a partition defines a function that the module's interface declares. */
  record Definer(String module, String partition) implements UnitRead {}

  /**
   * What inlining a function would take from its unit: its body with the places its panics name, or
   * that none is offered.
   *
   * @param unit logical name of the unit that defines the function
   */
  record Body(SymbolId symbol, String unit) implements UnitRead {}

  /**
   * What is resolved of a declaration.
   *
   * @param unit logical name of the unit it stands in
   */
  record Fact(Kind kind, SymbolId symbol, String unit) implements UnitRead {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Fact that
          && kind == that.kind
          && symbol.equals(that.symbol)
          && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
      return 31 * symbol.hashCode() + kind.name().hashCode();
    }

    /** What is read of a declaration. */
    public enum Kind {
      /** What it is, every type in it resolved, and whether it has errors. */
      SIGNATURE,
      /** What a struct or union holds, with everything held by value. */
      LAYOUT,
      /** The value of a constant. */
      VALUE
    }
  }
}
