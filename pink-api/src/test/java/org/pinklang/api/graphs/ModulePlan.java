package org.pinklang.api.graphs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A module of a graph on the way from sketch to text. */
final class ModulePlan {
  final String name;
  final List<UnitPlan> units = new ArrayList<>();

  /** What importers see, re-exports included. */
  final Set<UnitPlan.Declared> exports = new LinkedHashSet<>();

  ModulePlan(String name) {
    this.name = name;
  }

  UnitPlan primary() {
    return units.get(0);
  }

  String lastSegment() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Adds what a round of following the re-exports finds; whether there was anything new. */
  boolean widen() {
    boolean wider = false;
    for (UnitPlan unit : units) {
      if (!unit.kind.isInterface()) {
        continue;
      }
      wider |= exports.addAll(unit.declared());
      for (UnitPlan.Link link : unit.links) {
        ModulePlan target = link.module();
        if (link.exported() && target != null) {
          boolean whole = link.listed().isEmpty();
          wider |= exports.addAll(List.copyOf(whole ? target.exports : link.listed()));
        }
      }
    }
    return wider;
  }

  @Override
  public String toString() {
    return name;
  }
}
