package org.pinklang.api;

import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.graph.GraphUnit;

/** Names of units and of the files that are made of them. */
final class UnitFiles {
  private static final String SUFFIX = ".pink";

  private UnitFiles() {}

  /** The name a user knows a unit by. */
  static String unitName(BuiltUnit unit) {
    return unitName(unit.manifest().kind(), unit.manifest().name(), unit.logicalName());
  }

  /** The name a user knows a unit by. */
  static String unitName(UnitKind kind, UnitName name, String logicalName) {
    return switch (kind) {
      case PROGRAM -> withoutSuffix(logicalName);
      case IMPLEMENTATION ->
          name.module() + withoutSuffix(logicalName.substring(logicalName.indexOf('+')));
      default -> name.display();
    };
  }

  private static String withoutSuffix(String name) {
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /** What a unit's object is called, as {@link ObjectFile#fileName} says. */
  static String objectName(GraphUnit unit) {
    return fileName(unit, ".o");
  }

  /** The name of a file made of a unit, without a folder. */
  static String fileName(GraphUnit unit, String suffix) {
    return fileName(unitName(unit.kind(), unit.name(), unit.logicalName()), suffix);
  }

  /** The name of a file made of a unit, without a folder. */
  static String fileName(String unitName, String suffix) {
    String last = unitName.substring(unitName.lastIndexOf('/') + 1);
    return last.replace(':', '-') + suffix;
  }
}
