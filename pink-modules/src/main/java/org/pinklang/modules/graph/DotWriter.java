package org.pinklang.modules.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pinklang.frontend.manifest.UnitName;

/** Writes a module graph in Graphviz's language. For one graph and one thread. */
final class DotWriter {
  private static final String HEADER =
      """
      digraph modules {
        rankdir=LR;
        node [shape=box, fontname="sans-serif"];
        edge [fontname="sans-serif"];
      """;

  private final ModuleGraph graph;
  private final Map<String, Integer> cycles = new HashMap<>();
  private final StringBuilder dot = new StringBuilder(HEADER);

  private DotWriter(ModuleGraph graph) {
    this.graph = graph;
    int number = 0;
    for (List<GraphUnit> component : graph.components()) {
      if (component.size() > 1) {
        for (GraphUnit unit : component) {
          cycles.put(unit.logicalName(), number);
        }
      }
      number++;
    }
  }

  static String write(ModuleGraph graph) {
    return new DotWriter(graph).write();
  }

  private String write() {
    modules().forEach(this::appendModule);
    for (MissingUnit missing : graph.missing()) {
      appendNode(
          "  ", missing.name().display(), missing.name().display(), "color=red, style=dashed");
    }
    graph.units().forEach(this::appendEdges);
    return dot.append("}\n").toString();
  }

  private Map<String, List<GraphUnit>> modules() {
    Map<String, List<GraphUnit>> modules = new TreeMap<>();
    for (GraphUnit unit : graph.units()) {
      String module = unit.name().module();
      modules.computeIfAbsent(module, m -> new ArrayList<>()).add(unit);
    }
    return modules;
  }

  /** Frames the units of a module, where there is more than one. */
  private void appendModule(String module, List<GraphUnit> units) {
    boolean framed = !module.isEmpty() && units.size() > 1;
    if (framed) {
      dot.append("  subgraph ").append(quote("cluster " + module)).append(" {\n");
      dot.append("    label=").append(quote(module)).append(";\n");
    }
    for (GraphUnit unit : units) {
      appendNode(framed ? "    " : "  ", unit.logicalName(), unit.display(), style(unit));
    }
    if (framed) {
      dot.append("  }\n");
    }
  }

  private String style(GraphUnit unit) {
    String style =
        switch (unit.role()) {
          case INPUT -> "style=bold";
          case FOUND -> "style=solid";
          case STANDARD -> "style=filled, fillcolor=gray90";
          case MANIFEST -> "style=rounded";
        };
    return cycles.containsKey(unit.logicalName()) ? style + ", color=orangered" : style;
  }

  private void appendNode(String indent, String id, String label, String attributes) {
    dot.append(indent).append(quote(id)).append(" [label=").append(quote(label));
    dot.append(", ").append(attributes).append("];\n");
  }

  private void appendEdges(GraphUnit unit) {
    Set<UnitName> drawn = new HashSet<>();
    for (ImportEdge edge : unit.imports()) {
      if (!drawn.add(edge.target())) {
        continue;
      }
      String target = edge.provider().orElse(edge.target().display());
      dot.append("  ").append(quote(unit.logicalName())).append(" -> ").append(quote(target));
      dot.append(attributes(unit, edge, target)).append(";\n");
    }
  }

  private String attributes(GraphUnit unit, ImportEdge edge, String target) {
    Integer cycle = cycles.get(unit.logicalName());
    boolean inCycle = cycle != null && cycle.equals(cycles.get(target));
    if (inCycle) {
      return edge.exported() ? " [style=bold, color=orangered]" : " [color=orangered]";
    }
    return edge.exported() ? " [style=bold]" : "";
  }

  /** A string of the language, in which a backslash begins an escape and a line may not end. */
  private static String quote(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
