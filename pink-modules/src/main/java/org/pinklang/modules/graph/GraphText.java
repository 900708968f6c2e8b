package org.pinklang.modules.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pinklang.frontend.diagnostic.JsonRenderer;
import org.pinklang.frontend.manifest.UnitKind;

/** Writes module graphs for people and for Graphviz. */
public final class GraphText {

  private GraphText() {}

  /** The graph in Graphviz's language; units of the same module are framed together. */
  public static String dot(ModuleGraph graph) {
    StringBuilder dot =
        new StringBuilder("digraph modules {\n  rankdir=LR;\n  node [shape=box];\n");
    for (GraphUnit unit : graph.units()) {
      dot.append("  ")
          .append(JsonRenderer.quote(unit.logicalName()))
          .append(" [label=")
          .append(JsonRenderer.quote(label(unit)))
          .append("];\n");
    }
    for (GraphUnit unit : graph.units()) {
      for (ImportEdge edge : unit.imports()) {
        dot.append("  ")
            .append(JsonRenderer.quote(unit.logicalName()))
            .append(" -> ")
            .append(JsonRenderer.quote(edge.provider().orElse(edge.target().display())))
            .append(edge.exported() ? " [style=bold];\n" : ";\n");
      }
    }
    return dot.append("}\n").toString();
  }

  /**
   * A tree of what is imported, from each unit that nobody imports; where a cycle leaves none, from
   * the first unit. A unit that has been shown is marked and not opened again.
   */
  public static String tree(ModuleGraph graph) {
    StringBuilder tree = new StringBuilder();
    Set<String> shown = new HashSet<>();
    for (GraphUnit root : roots(graph)) {
      appendTree(graph, root, shown, tree);
    }
    for (GraphUnit unit : graph.units()) {
      if (!shown.contains(unit.logicalName())) {
        appendTree(graph, unit, shown, tree);
      }
    }
    return tree.toString();
  }

  private static List<GraphUnit> roots(ModuleGraph graph) {
    Set<String> imported =
        graph.units().stream()
            .flatMap(unit -> unit.imports().stream())
            .flatMap(edge -> edge.provider().stream())
            .collect(Collectors.toSet());
    return graph.units().stream().filter(unit -> !imported.contains(unit.logicalName())).toList();
  }

  private record Level(Iterator<ImportEdge> edges, String indent) {}

  private static void appendTree(
      ModuleGraph graph, GraphUnit root, Set<String> shown, StringBuilder tree) {
    Deque<Level> levels = new ArrayDeque<>();
    tree.append(label(root)).append('\n');
    shown.add(root.logicalName());
    levels.push(new Level(root.imports().iterator(), ""));
    while (!levels.isEmpty()) {
      Level level = levels.peek();
      if (!level.edges().hasNext()) {
        levels.pop();
        continue;
      }
      ImportEdge edge = level.edges().next();
      boolean last = !level.edges().hasNext();
      GraphUnit target = edge.provider().flatMap(graph::unit).orElse(null);
      boolean known = target != null && !shown.add(target.logicalName());
      tree.append(level.indent())
          .append(last ? "└─ " : "├─ ")
          .append(edge.target().display())
          .append(target == null ? " (not here)" : known ? " (above)" : "")
          .append('\n');
      if (target != null && !known) {
        levels.push(
            new Level(target.imports().iterator(), level.indent() + (last ? "   " : "│  ")));
      }
    }
  }

  private static String label(GraphUnit unit) {
    return unit.kind() == UnitKind.PROGRAM || unit.kind() == UnitKind.IMPLEMENTATION
        ? unit.logicalName()
        : unit.name().display();
  }
}
