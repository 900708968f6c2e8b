package org.pinklang.modules.graph;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Writes what the compilation of each unit makes and needs besides what its command says, in the
 * form in which the build tool ninja reads it while it runs ({@code dyndep}). A unit's object has
 * its manifest as implicit output and the manifests of what it imports as implicit inputs, directly
 * and through others: what an import declares may be known only from what that imports itself.
 *
 * <p>Ninja knows no cycles. Units that import each other need each other's texts instead, and the
 * manifests that any of them needs.
 */
public final class NinjaDyndep {
  private static final String OBJECT = ".o";
  private static final String MANIFEST = ".pmi";

  private final BiFunction<GraphUnit, String, String> output;
  private final Map<String, List<GraphUnit>> components = new HashMap<>();

  /** What the units of a part import, each part once. */
  private final Map<List<GraphUnit>, Set<List<GraphUnit>>> imported = new IdentityHashMap<>();

  private NinjaDyndep(ModuleGraph graph, BiFunction<GraphUnit, String, String> output) {
    this.output = output;
    List<List<GraphUnit>> all = graph.components();
    for (List<GraphUnit> component : all) {
      component.forEach(unit -> components.put(unit.logicalName(), component));
    }
    all.forEach(component -> imported.put(component, importedBy(component)));
  }

  private Set<List<GraphUnit>> importedBy(List<GraphUnit> component) {
    Set<List<GraphUnit>> targets = identitySet();
    for (GraphUnit member : component) {
      for (ImportEdge edge : member.imports()) {
        edge.provider().map(components::get).ifPresent(targets::add);
      }
    }
    return targets;
  }

  private static Set<List<GraphUnit>> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /**
   * The inputs of a graph, one {@code build} statement each.
   *
   * @param output the name of the file with a suffix that a unit is compiled to
   */
  public static String write(ModuleGraph graph, BiFunction<GraphUnit, String, String> output) {
    NinjaDyndep writer = new NinjaDyndep(graph, output);
    StringBuilder text = new StringBuilder("ninja_dyndep_version = 1\n");
    graph.units().stream().filter(GraphUnit::input).forEach(unit -> writer.append(unit, text));
    return text.toString();
  }

  private void append(GraphUnit unit, StringBuilder text) {
    text.append("build ").append(path(unit, OBJECT));
    if (unit.kind().isImportable()) {
      text.append(" | ").append(path(unit, MANIFEST));
    }
    text.append(": dyndep");
    String separator = " | ";
    for (String needed : needs(unit)) {
      text.append(separator).append(needed);
      separator = " ";
    }
    text.append('\n');
  }

  private Set<String> needs(GraphUnit unit) {
    Set<String> needs = new TreeSet<>();
    List<GraphUnit> component = components.getOrDefault(unit.logicalName(), List.of());
    for (GraphUnit member : component) {
      if (member != unit) {
        needs.add(escape(member.origin()));
      }
    }
    for (List<GraphUnit> reached : reachedFrom(component)) {
      reached.forEach(target -> addManifest(target, needs));
    }
    return needs;
  }

  /** The parts of the graph that a part imports, directly or through others, itself left out. */
  private Set<List<GraphUnit>> reachedFrom(List<GraphUnit> component) {
    Set<List<GraphUnit>> reached = identitySet();
    Deque<List<GraphUnit>> open = new ArrayDeque<>();
    reached.add(component);
    open.add(component);
    while (!open.isEmpty()) {
      for (List<GraphUnit> target : imported.getOrDefault(open.remove(), Set.of())) {
        if (reached.add(target)) {
          open.add(target);
        }
      }
    }
    reached.remove(component);
    return reached;
  }

  private void addManifest(GraphUnit target, Set<String> needs) {
    switch (target.role()) {
      case INPUT -> needs.add(path(target, MANIFEST));
      // No statement makes its manifest: the unit is compiled against the text.
      case FOUND, MANIFEST -> needs.add(escape(target.origin()));
      case STANDARD -> {}
    }
  }

  private String path(GraphUnit unit, String suffix) {
    return escape(output.apply(unit, suffix));
  }

  private static String escape(String path) {
    return path.replace("$", "$$").replace(" ", "$ ").replace(":", "$:");
  }
}
