package org.pinklang.modules.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a module graph as trees of imports. For one graph and one thread. */
final class TreeWriter {
  /** Deeper trees go on in a tree of their own, or a chain would take the square of its length. */
  private static final int DEEPEST = 40;

  private final ModuleGraph graph;
  private final StringBuilder tree = new StringBuilder();
  private final Set<String> shown = new HashSet<>();
  private final Set<String> open = new HashSet<>();
  private final Queue<GraphUnit> continued = new ArrayDeque<>();

  private TreeWriter(ModuleGraph graph) {
    this.graph = graph;
  }

  static String write(ModuleGraph graph) {
    TreeWriter writer = new TreeWriter(graph);
    writer.write();
    return writer.tree.toString();
  }

  private void write() {
    Set<String> imported =
        graph.units().stream()
            .flatMap(unit -> unit.imports().stream())
            .flatMap(edge -> edge.provider().stream())
            .collect(Collectors.toSet());
    graph.units().stream()
        .filter(unit -> !imported.contains(unit.logicalName()))
        .forEach(this::appendTrees);
    graph.units().forEach(this::appendTrees);
  }

  /** Appends the tree of a unit that was not shown, and those in which it goes on. */
  private void appendTrees(GraphUnit root) {
    if (!shown.add(root.logicalName())) {
      return;
    }
    appendTree(root);
    for (GraphUnit next = continued.poll(); next != null; next = continued.poll()) {
      appendTree(next);
    }
  }

  /** The imports of a unit that are still to be shown. */
  private record Level(GraphUnit unit, Iterator<ImportEdge> edges, String indent) {}

  private void appendTree(GraphUnit root) {
    Deque<Level> levels = new ArrayDeque<>();
    tree.append(root.display()).append('\n');
    enter(root, "", levels);
    while (!levels.isEmpty()) {
      Level level = levels.peek();
      if (level.edges().hasNext()) {
        appendEdge(level, level.edges().next(), levels);
      } else {
        open.remove(level.unit().logicalName());
        levels.pop();
      }
    }
  }

  private void enter(GraphUnit unit, String indent, Deque<Level> levels) {
    open.add(unit.logicalName());
    levels.push(new Level(unit, unit.imports().iterator(), indent));
  }

  private void appendEdge(Level level, ImportEdge edge, Deque<Level> levels) {
    boolean last = !level.edges().hasNext();
    tree.append(level.indent()).append(last ? "└─ " : "├─ ").append(edge.target().display());
    GraphUnit target = edge.provider().flatMap(graph::unit).orElse(null);
    if (target == null) {
      tree.append(" (not here)\n");
    } else if (!shown.add(target.logicalName())) {
      tree.append(open.contains(target.logicalName()) ? " (cycle)\n" : " (above)\n");
    } else if (levels.size() == DEEPEST && !target.imports().isEmpty()) {
      tree.append(" (below)\n");
      continued.add(target);
    } else {
      tree.append('\n');
      enter(target, level.indent() + (last ? "   " : "│  "), levels);
    }
  }
}
