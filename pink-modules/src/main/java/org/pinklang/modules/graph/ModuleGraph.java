package org.pinklang.modules.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The units of a build and their imports: who imports what and where, who provides it and from
 * where. Immutable; equal for equal programs, whatever the order in which units were found.
 *
 * @param units ordered by logical name, also those of which only the manifest is known
 * @param missing what units import and is not there, ordered by name
 */
public record ModuleGraph(List<GraphUnit> units, List<MissingUnit> missing) {
  private static final Comparator<GraphUnit> BY_NAME = Comparator.comparing(GraphUnit::logicalName);

  /** Sorts and copies the lists. */
  public ModuleGraph {
    units = units.stream().sorted(BY_NAME).toList();
    missing = missing.stream().sorted(Comparator.comparing(MissingUnit::name)).toList();
  }

  /** The unit with a logical name. */
  public Optional<GraphUnit> unit(String logicalName) {
    int low = 0;
    int high = units.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = units.get(middle).logicalName().compareTo(logicalName);
      if (order == 0) {
        return Optional.of(units.get(middle));
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return Optional.empty();
  }

  /**
   * The strongly connected parts, each ordered by logical name; a part comes after every part it
   * imports. A unit that is in no cycle is a part of its own.
   */
  public List<List<GraphUnit>> components() {
    int[][] targets = targets();
    List<List<GraphUnit>> components = new ArrayList<>();
    for (int[] members : StrongComponents.of(targets)) {
      List<GraphUnit> component = new ArrayList<>(members.length);
      for (int member : members) {
        component.add(units.get(member));
      }
      components.add(List.copyOf(component));
    }
    return components;
  }

  /** Every unit after all it imports, as far as cycles allow. */
  public List<GraphUnit> order() {
    return components().stream().flatMap(List::stream).toList();
  }

  private int[][] targets() {
    Map<String, Integer> indices = new HashMap<>();
    for (int i = 0; i < units.size(); i++) {
      indices.put(units.get(i).logicalName(), i);
    }
    int[][] targets = new int[units.size()][];
    for (int i = 0; i < targets.length; i++) {
      targets[i] =
          units.get(i).imports().stream()
              .flatMap(edge -> edge.provider().stream())
              .filter(indices::containsKey)
              .mapToInt(indices::get)
              .toArray();
    }
    return targets;
  }
}
