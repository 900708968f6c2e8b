package org.pinklang.api;

import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.modules.build.BuiltUnit;

/** Names of units and of the files that are made of them. */
final class UnitFiles {
  private static final String SUFFIX = ".pink";

  private UnitFiles() {}

  /** The name a user knows a unit by. */
  static String unitName(BuiltUnit unit) {
    Manifest manifest = unit.manifest();
    String logicalName = unit.logicalName();
    if (manifest.kind() == UnitKind.PROGRAM) {
      return logicalName.endsWith(SUFFIX)
          ? logicalName.substring(0, logicalName.length() - SUFFIX.length())
          : logicalName;
    }
    if (manifest.kind() == UnitKind.IMPLEMENTATION) {
      String own = logicalName.substring(logicalName.indexOf('+'));
      return manifest.module() + own.substring(0, own.length() - SUFFIX.length());
    }
    return manifest.name().display();
  }

  /** The name of a file made of a unit, without a folder. */
  static String fileName(String unitName, String suffix) {
    String last = unitName.substring(unitName.lastIndexOf('/') + 1);
    return last.replace(':', '-') + suffix;
  }
}
