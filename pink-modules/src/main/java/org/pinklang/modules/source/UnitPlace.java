package org.pinklang.modules.source;

import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;

/**
 * The place under a source root that a unit's name promises: {@code a/b.pink} for {@code a.b},
 * {@code a/b-p.pink} for {@code a.b:p}, {@code a/b+x.pink} for an implementation unit.
 *
 * @param folder relative to the root, segments separated by {@code /}; empty for the root itself
 * @param fileName name of the file in the folder
 */
public record UnitPlace(String folder, String fileName) {

  /** What every source file's name ends with. */
  public static final String SUFFIX = ".pink";

  /** The place of an importable unit. */
  public static UnitPlace of(UnitName name) {
    String stem = stemOf(name.module());
    String file = name.isPrimary() ? stem : stem + '-' + name.partition();
    return new UnitPlace(folderOf(name.module()), file + SUFFIX);
  }

  /** The folder that holds the units of a module. */
  public static String folderOf(String module) {
    int dot = module.lastIndexOf('.');
    return dot < 0 ? "" : module.substring(0, dot).replace('.', '/');
  }

  /** What the names of a module's files begin with. */
  public static String stemOf(String module) {
    return module.substring(module.lastIndexOf('.') + 1);
  }

  /** Relative to the root, segments separated by {@code /}. */
  public String path() {
    return folder.isEmpty() ? fileName : folder + '/' + fileName;
  }

  /**
   * The name a user knows a unit by: {@code a.b}, {@code a.b:p}, {@code a.b+x} for an
   * implementation unit, and a program unit's logical name without its suffix.
   */
  public static String unitName(UnitKind kind, UnitName name, String logicalName) {
    return switch (kind) {
      case PROGRAM -> withoutSuffix(logicalName);
      case IMPLEMENTATION ->
          name.module() + withoutSuffix(logicalName.substring(logicalName.indexOf('+')));
      case PRIMARY_INTERFACE, INTERFACE_PARTITION, INTERNAL_PARTITION -> name.display();
    };
  }

  private static String withoutSuffix(String name) {
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /**
   * What the names of the files made of a unit begin with, all of which lie in one folder: {@code
   * a.b}, {@code a.b-p}, {@code a.b+x}, and {@code a.prog} for the program unit {@code
   * a/prog.pink}.
   *
   * @param unitName as {@link #unitName} says
   */
  public static String outputStem(String unitName) {
    return unitName.replace('/', '.').replace(':', '-');
  }

  /**
   * The logical name of a unit.
   *
   * @param module empty for a program unit
   * @param partition empty where there is none
   * @param stem the stem of the unit's file
   * @param programName what a program unit is called: its path relative to its source root
   */
  public static String logicalName(
      UnitKind kind, String module, String partition, String stem, String programName) {
    return switch (kind) {
      case PROGRAM -> programName;
      case PRIMARY_INTERFACE, INTERFACE_PARTITION, INTERNAL_PARTITION ->
          of(new UnitName(module, partition)).path();
      case IMPLEMENTATION -> {
        String own = stem.substring(stem.indexOf('+') + 1);
        yield new UnitPlace(folderOf(module), stemOf(module) + '+' + own + SUFFIX).path();
      }
    };
  }
}
