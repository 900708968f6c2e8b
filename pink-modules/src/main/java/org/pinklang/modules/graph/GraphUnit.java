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
 * @param origin where the text or the manifest came from, as a user knows it
 * @param role why and as what the unit is part of the build
 * @param imports in order of the text
 */
public record GraphUnit(
    String logicalName,
    UnitKind kind,
    UnitName name,
    String origin,
    Role role,
    List<ImportEdge> imports) {

  /** Copies the list. */
  public GraphUnit {
    imports = List.copyOf(imports);
  }

  /** Why and as what a unit is part of a build. */
  public enum Role {
    /** The user asked for it. */
    INPUT,
    /** Another unit needs it, and its text was found. */
    FOUND,
    /** A standard module that another unit needs. */
    STANDARD,
    /** Another unit needs it, and a resolver gave its manifest: there is no text. */
    MANIFEST
  }

  /** Whether the user asked for the unit itself. */
  public boolean input() {
    return role == Role.INPUT;
  }

  /** Whether it is a standard module. */
  public boolean standard() {
    return role == Role.STANDARD;
  }

  /** The unit as a user calls it: by what it is imported as, or else by its logical name. */
  public String display() {
    return kind.isImportable() ? name.display() : logicalName;
  }
}
