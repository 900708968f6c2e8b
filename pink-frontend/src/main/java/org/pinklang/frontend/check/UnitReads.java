package org.pinklang.frontend.check;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;

/** Collects what the check of one unit reads of other units. For one thread. */
final class UnitReads {
  private final Manifest own;
  private final boolean isAlone;
  private final Set<UnitRead> reads = new HashSet<>();

  /**
   * Nothing read yet.
   *
   * @param isAlone whether the module has no other unit, so that nobody can share a name with it
   */
  UnitReads(Manifest own, boolean isAlone) {
    this.own = own;
    this.isAlone = isAlone;
  }

  /** A view of everything read, in no particular order. */
  Set<UnitRead> all() {
    return Collections.unmodifiableSet(reads);
  }

  void answer(UnitName unit) {
    reads.add(new UnitRead.Answer(unit));
  }

  void shape() {
    if (!own.module().isEmpty()) {
      reads.add(new UnitRead.Shape(own.module()));
    }
  }

  void shared(String name) {
    if (!isAlone) {
      reads.add(new UnitRead.Shared(own.module(), name));
    }
  }

  void export(String module, String name) {
    reads.add(new UnitRead.Export(module, name));
  }

  void definer(String partition) {
    reads.add(new UnitRead.Definer(own.module(), partition));
  }

  /** A fact of a declaration that is not the unit's own. */
  void fact(BuildFacts.FactKey.Kind kind, Declared declared) {
    UnitRead.Fact.Kind read =
        switch (kind) {
          case ENTITY, PARAMETERS -> UnitRead.Fact.Kind.SIGNATURE;
          case INITIALIZER, VALUE -> UnitRead.Fact.Kind.VALUE;
          case FIELDS, DEFINITION -> UnitRead.Fact.Kind.LAYOUT;
        };
    reads.add(new UnitRead.Fact(read, declared.symbol(), declared.unit().logicalName()));
  }
}
