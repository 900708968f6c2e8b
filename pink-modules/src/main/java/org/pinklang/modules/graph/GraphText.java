package org.pinklang.modules.graph;

/** Writes module graphs for people and for Graphviz. The same graph always gives the same text. */
public final class GraphText {

  private GraphText() {}

  /**
   * The graph in Graphviz's language. The units of a module with several are framed together; bold
   * frames are inputs, grey ones standard modules, round ones known by their manifests only, dashed
   * ones missing; bold arrows are re-exports; what is orange is part of a cycle.
   */
  public static String dot(ModuleGraph graph) {
    return DotWriter.write(graph);
  }

  /**
   * A tree of what is imported, from each unit that nobody imports; where a cycle leaves none, from
   * the first unit. What has been shown {@code (above)}, leads back into a {@code (cycle)} or is
   * {@code (not here)} is not opened; what lies very deep goes on in a tree {@code (below)}.
   */
  public static String tree(ModuleGraph graph) {
    return TreeWriter.write(graph);
  }
}
