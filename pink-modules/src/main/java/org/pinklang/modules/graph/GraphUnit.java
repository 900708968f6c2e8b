package org.pinklang.modules.graph;

import java.util.List;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;

/**
 * One unit of a graph.
 *
 * @param logicalName identifies the unit
 * @param kind what kind of unit it is
 * @param name module and partition; the module is empty for a program unit
 * @param origin where the text came from, as a user knows it
 * @param standard whether it is a standard module
 * @param input whether the user asked for the unit itself
 * @param imports in order of the text
 */
public record GraphUnit(
    String logicalName,
    UnitKind kind,
    UnitName name,
    String origin,
    boolean standard,
    boolean input,
    List<ImportEdge> imports) {

  /** Copies the list. */
  public GraphUnit {
    imports = List.copyOf(imports);
  }
}
