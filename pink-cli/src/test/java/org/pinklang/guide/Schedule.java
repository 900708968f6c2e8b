package org.pinklang.guide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pinklang.api.CompilationEvent;
import org.pinklang.api.CompilationEvent.Phase;
import org.pinklang.modules.graph.GraphUnit;
import org.pinklang.modules.graph.GraphUnit.Role;
import org.pinklang.modules.graph.ImportEdge;
import org.pinklang.modules.graph.ModuleGraph;

/**
 * What a build of a graph does, and what waits for what.
 *
 * @param graph the units
 */
record Schedule(ModuleGraph graph) {
  private static final List<Phase> PHASES =
      List.of(Phase.SCANNED, Phase.OUTLINED, Phase.CHECKED, Phase.COMPILED);

  /** One piece of work must have ended before another one can. */
  record Order(CompilationEvent before, CompilationEvent after) {}

  /** The units that are built; those known by their manifests only are not. */
  private List<GraphUnit> units() {
    return graph.units().stream().filter(Schedule::isBuilt).toList();
  }

  private static boolean isBuilt(GraphUnit unit) {
    return unit.role() == Role.INPUT || unit.role() == Role.FOUND;
  }

  /** Everything that the units' own work and imports force; what is imported indirectly too. */
  List<Order> orders() {
    List<Order> orders = new ArrayList<>();
    for (GraphUnit unit : units()) {
      for (int i = 1; i < PHASES.size(); i++) {
        orders.add(order(PHASES.get(i - 1), unit, PHASES.get(i), unit));
      }
      for (GraphUnit imported : allImported(unit)) {
        if (isBuilt(imported)) {
          orders.add(order(Phase.OUTLINED, imported, Phase.CHECKED, unit));
        }
      }
    }
    return orders;
  }

  private static Order order(Phase before, GraphUnit first, Phase after, GraphUnit second) {
    return new Order(
        new CompilationEvent(before, first.logicalName()),
        new CompilationEvent(after, second.logicalName()));
  }

  private Set<GraphUnit> allImported(GraphUnit unit) {
    Set<GraphUnit> reached = new LinkedHashSet<>();
    List<GraphUnit> open = new ArrayList<>(List.of(unit));
    while (!open.isEmpty()) {
      for (GraphUnit next : imported(open.removeLast())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  private List<GraphUnit> imported(GraphUnit unit) {
    return unit.imports().stream()
        .map(ImportEdge::provider)
        .flatMap(Optional::stream)
        .map(graph::unit)
        .flatMap(Optional::stream)
        .filter(next -> !next.standard())
        .toList();
  }

  /** A picture in Graphviz's language; strongly connected parts are framed. */
  String dot() {
    StringBuilder dot =
        new StringBuilder(
            """
            digraph schedule {
              rankdir=LR; nodesep=0.2; ranksep=0.5;
              node [shape=box, style="rounded,filled", fillcolor=white, fontname=Helvetica, fontsize=11];
              edge [arrowsize=0.7];
            """);
    int frame = 0;
    for (List<GraphUnit> part : graph.components()) {
      List<GraphUnit> own = part.stream().filter(Schedule::isBuilt).toList();
      if (own.size() > 1) {
        dot.append("  subgraph cluster_").append(frame++);
        dot.append(" {\n  style=dashed; color=orange; fontname=Helvetica; fontsize=10;\n");
        dot.append("  label=\"a cycle of imports\";\n");
      }
      own.forEach(unit -> appendSteps(dot, unit));
      if (own.size() > 1) {
        dot.append("  }\n");
      }
    }
    units().forEach(unit -> appendImports(dot, unit));
    return dot.append("}\n").toString();
  }

  private static void appendSteps(StringBuilder dot, GraphUnit unit) {
    for (Phase phase : PHASES) {
      dot.append(
          "  \"%s\" [label=\"%s\\n%s\"];\n"
              .formatted(id(phase, unit), verb(phase), unit.logicalName()));
    }
    for (int i = 1; i < PHASES.size(); i++) {
      appendEdge(dot, id(PHASES.get(i - 1), unit), id(PHASES.get(i), unit), "weight=10");
    }
  }

  private void appendImports(StringBuilder dot, GraphUnit unit) {
    for (GraphUnit next : imported(unit)) {
      if (isBuilt(next)) {
        String found = "style=dotted, constraint=false";
        appendEdge(dot, id(Phase.SCANNED, unit), id(Phase.SCANNED, next), found);
        appendEdge(dot, id(Phase.OUTLINED, next), id(Phase.CHECKED, unit), "color=blue");
      } else {
        String file = next.display() + ".pmi";
        dot.append("  \"%s\" [shape=note];\n".formatted(file));
        appendEdge(dot, file, id(Phase.CHECKED, unit), "color=blue");
      }
    }
  }

  private static void appendEdge(StringBuilder dot, String from, String to, String attributes) {
    dot.append("  \"%s\" -> \"%s\" [%s];\n".formatted(from, to, attributes));
  }

  private static String id(Phase phase, GraphUnit unit) {
    return verb(phase) + " " + unit.logicalName();
  }

  private static String verb(Phase phase) {
    return switch (phase) {
      case SCANNED -> "scan";
      case PARSED -> "parse";
      case OUTLINED -> "outline";
      case CHECKED -> "check";
      case COMPILED -> "compile";
      case LINKED -> "link";
    };
  }
}
