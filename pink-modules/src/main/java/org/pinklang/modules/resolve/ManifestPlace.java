package org.pinklang.modules.resolve;

import org.pinklang.frontend.manifest.UnitName;

/** What the files of a unit are called in a folder of manifests. */
public final class ManifestPlace {

  /** What the name of every file that holds a manifest ends with. */
  public static final String SUFFIX = ".pmi";

  private ManifestPlace() {}

  /** {@code a.b} or {@code a.b-p}. */
  public static String stem(UnitName name) {
    return name.isPrimary() ? name.module() : name.module() + '-' + name.partition();
  }

  /** {@code a.b.pmi} or {@code a.b-p.pmi}. */
  public static String fileName(UnitName name) {
    return stem(name) + SUFFIX;
  }
}
