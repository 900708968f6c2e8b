package org.pinklang.api;

import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.graph.GraphUnit;
import org.pinklang.modules.source.UnitPlace;

/** Names of units and of the files that are made of them. */
final class UnitFiles {
  private UnitFiles() {}

  /** The name a user knows a unit by. */
  static String unitName(BuiltUnit unit) {
    return UnitPlace.unitName(unit.manifest().kind(), unit.manifest().name(), unit.logicalName());
  }

  /** The name a user knows a unit by. */
  static String unitName(GraphUnit unit) {
    return UnitPlace.unitName(unit.kind(), unit.name(), unit.logicalName());
  }

  /** What a unit's object is called, as {@link ObjectFile#fileName} says. */
  static String objectName(GraphUnit unit) {
    return fileName(unit, ".o");
  }

  /** The name of a file made of a unit, without a folder. */
  static String fileName(GraphUnit unit, String suffix) {
    return fileName(unitName(unit), suffix);
  }

  /** The name of a file made of a unit, without a folder. */
  static String fileName(String unitName, String suffix) {
    return UnitPlace.outputStem(unitName) + suffix;
  }
}
