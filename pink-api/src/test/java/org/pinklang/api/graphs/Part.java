package org.pinklang.api.graphs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.Manifest;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.modules.graph.GraphUnit;

/**
 * Some units of a graph that are compiled from source while others are there as manifests only.
 *
 * @param texts the sources by path
 * @param manifests of all other units that can be imported
 */
record Part(Map<String, String> texts, List<Manifest> manifests) {

  /**
   * A part drawn by lot. Of a module with units that nobody imports, so that manifests do not lead
   * to them, all or nothing is in it.
   */
  static Part of(GraphProgram program, CompilationResult whole, Random lot) {
    Map<String, List<GraphUnit>> modules = new LinkedHashMap<>();
    for (GraphUnit unit : whole.graph().units()) {
      if (program.texts().containsKey(unit.logicalName())) {
        modules.computeIfAbsent(unit.name().module(), ignored -> new ArrayList<>()).add(unit);
      }
    }
    Set<String> imported =
        whole.graph().units().stream()
            .flatMap(unit -> unit.imports().stream())
            .flatMap(edge -> edge.provider().stream())
            .collect(Collectors.toSet());
    TreeSet<String> chosen = new TreeSet<>();
    for (List<GraphUnit> units : modules.values()) {
      boolean together =
          units.stream()
              .filter(unit -> unit.kind() != UnitKind.PRIMARY_INTERFACE)
              .anyMatch(unit -> !imported.contains(unit.logicalName()));
      boolean all = lot.nextBoolean();
      for (GraphUnit unit : units) {
        if (together ? all : lot.nextBoolean()) {
          chosen.add(unit.logicalName());
        }
      }
    }
    if (chosen.isEmpty()) {
      modules.values().iterator().next().forEach(unit -> chosen.add(unit.logicalName()));
    }
    TreeMap<String, String> texts = new TreeMap<>(program.texts());
    texts.keySet().retainAll(chosen);
    return new Part(texts, manifestsOfOthers(whole, chosen));
  }

  private static List<Manifest> manifestsOfOthers(CompilationResult whole, TreeSet<String> chosen) {
    Map<String, GraphUnit> byName =
        whole.graph().units().stream()
            .filter(unit -> unit.kind().isImportable())
            .collect(Collectors.toMap(unit -> unit.name().display(), unit -> unit));
    return whole.manifests().stream()
        .filter(manifest -> manifest.kind().isImportable())
        .filter(manifest -> byName.containsKey(manifest.name()))
        .filter(manifest -> !chosen.contains(byName.get(manifest.name()).logicalName()))
        .toList();
  }
}
