package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;

/** Which of some units declare a name. Immutable to its users, safe for any number of threads. */
final class DeclaringUnits {
  /** So many units are asked one by one, which reads no name but the one that is looked for. */
  private static final int FEW = 8;

  private final List<Manifest> units;
  private volatile @Nullable Map<String, List<Manifest>> byName;

  DeclaringUnits(List<Manifest> units) {
    this.units = units;
  }

  List<Manifest> units() {
    return units;
  }

  /** The units that declare a name, in their order. */
  List<Manifest> of(String name) {
    if (units.size() > FEW) {
      return index().getOrDefault(name, List.of());
    }
    if (units.size() == 1) {
      return units.getFirst().find(name) != null ? units : List.of();
    }
    List<Manifest> declaring = new ArrayList<>(units.size());
    for (Manifest unit : units) {
      if (unit.find(name) != null) {
        declaring.add(unit);
      }
    }
    return declaring;
  }

  /** Racing threads make equal ones. */
  private Map<String, List<Manifest>> index() {
    Map<String, List<Manifest>> known = byName;
    if (known == null) {
      known = new HashMap<>();
      for (Manifest unit : units) {
        for (String name : unit.names()) {
          known.computeIfAbsent(name, n -> new ArrayList<>(1)).add(unit);
        }
      }
      byName = known;
    }
    return known;
  }
}
