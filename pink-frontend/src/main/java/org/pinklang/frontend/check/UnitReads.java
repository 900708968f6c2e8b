package org.pinklang.frontend.check;

import java.util.HashMap;
import java.util.Map;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Node;
import org.pinklang.frontend.type.SymbolId;

/** Collects what the check of one unit reads of other units. For one thread. */
final class UnitReads {
  private final Manifest own;
  private final boolean isAlone;
  private final Map<UnitRead, Span> reads = new HashMap<>();
  private int start;
  private int end;

  /**
   * Nothing read yet.
   *
   * @param isAlone whether the module has no other unit, so that nobody can share a name with it
   */
  UnitReads(Manifest own, boolean isAlone) {
    this.own = own;
    this.isAlone = isAlone;
  }

  /** Everything read, each with a place that asked, in no particular order; for reading. */
  Map<UnitRead, Span> all() {
    return reads;
  }

  /** Says what place of the unit asks for whatever is read from now on. */
  void at(Node place) {
    start = place.start();
    end = place.end();
  }

  /** As {@link #at(Node)}. */
  void at(Span place) {
    start = place.start();
    end = place.end();
  }

  private void add(UnitRead read) {
    reads.putIfAbsent(read, new Span(start, end));
  }

  void answer(UnitName unit) {
    add(new UnitRead.Answer(unit));
  }

  void shape() {
    if (!own.module().isEmpty()) {
      add(new UnitRead.Shape(own.module()));
    }
  }

  void shared(String name) {
    if (!isAlone) {
      add(new UnitRead.Shared(own.module(), name));
    }
  }

  void export(String module, String name) {
    add(new UnitRead.Export(module, name));
  }

  void definer(String partition) {
    add(new UnitRead.Definer(own.module(), partition));
  }

  /** What another unit offers of a function for inlining. */
  void body(SymbolId symbol, String unit) {
    add(new UnitRead.Body(symbol, unit));
  }

  /** A fact of a declaration that is not the unit's own. */
  void fact(BuildFacts.FactKey.Kind kind, Declared declared) {
    UnitRead.Fact.Kind read =
        switch (kind) {
          case ENTITY, PARAMETERS -> UnitRead.Fact.Kind.SIGNATURE;
          case INITIALIZER, VALUE -> UnitRead.Fact.Kind.VALUE;
          case FIELDS, DEFINITION -> UnitRead.Fact.Kind.LAYOUT;
        };
    add(new UnitRead.Fact(read, declared.symbol(), declared.unit().logicalName()));
  }
}
