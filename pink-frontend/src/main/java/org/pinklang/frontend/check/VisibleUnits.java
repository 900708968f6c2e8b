package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.tree.ImportDeclaration;

/**
 * The other units of its module that a unit sees, each through the import that shows it. What the
 * primary shows is not copied, as all units of a large module may see it. For one thread.
 */
final class VisibleUnits {
  private final Manifest unit;
  private final Supplier<ModuleUnits> module;
  private final List<Shown> shown = new ArrayList<>();

  /**
   * What one import shows.
   *
   * @param via null for the implicit one
   * @param order the places of the units by logical name
   */
  private record Shown(@Nullable ImportDeclaration via, Map<String, Integer> order) {}

  VisibleUnits(Manifest unit, Supplier<ModuleUnits> module) {
    this.unit = unit;
    this.module = module;
  }

  /**
   * Adds a unit and the partitions that it shows.
   *
   * @param via the import that shows it; null for the implicit one
   * @param exportedOnly whether only partitions count that are exported
   */
  void add(Manifest other, @Nullable ImportDeclaration via, boolean exportedOnly) {
    shown.add(new Shown(via, module.get().shown(other, exportedOnly)));
  }

  /** Whether a unit is seen. */
  boolean contains(Manifest other) {
    return !isOwn(other)
        && shown.stream().anyMatch(one -> one.order().containsKey(other.logicalName()));
  }

  /** The declaration of a name in the first of these units that has one; null for none. */
  Lookup.@Nullable Found find(String name) {
    List<Manifest> declaring = module.get().declaring(name);
    if (declaring.isEmpty() || (declaring.size() == 1 && isOwn(declaring.get(0)))) {
      return null;
    }
    for (Shown one : shown) {
      Manifest first = first(one, declaring);
      Declared declared = first == null ? null : module.get().find(first, name);
      if (first != null && declared != null) {
        return new Lookup.Found(declared, one.via() == null ? explicit(first) : one.via());
      }
    }
    return null;
  }

  private @Nullable Manifest first(Shown shown, List<Manifest> units) {
    Manifest first = null;
    int lowest = Integer.MAX_VALUE;
    for (Manifest candidate : units) {
      int place = shown.order().getOrDefault(candidate.logicalName(), Integer.MAX_VALUE);
      if (place < lowest && !isOwn(candidate)) {
        lowest = place;
        first = candidate;
      }
    }
    return first;
  }

  /** What is imported in so many words is not unused because it is shown anyway. */
  private @Nullable ImportDeclaration explicit(Manifest other) {
    for (Shown one : shown) {
      if (one.via() != null && one.order().containsKey(other.logicalName())) {
        return one.via();
      }
    }
    return null;
  }

  private boolean isOwn(Manifest other) {
    return other.logicalName().equals(unit.logicalName());
  }

  /** Every name that these units declare, for suggestions. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Shown one : shown) {
      for (String logicalName : one.order().keySet()) {
        Manifest other = module.get().unit(logicalName);
        if (other != null && !isOwn(other)) {
          names.addAll(other.names());
        }
      }
    }
    return names;
  }
}
