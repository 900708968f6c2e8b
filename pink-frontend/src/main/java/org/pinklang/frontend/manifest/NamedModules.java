package org.pinklang.frontend.manifest;

import java.util.Set;
import java.util.TreeSet;
import org.pinklang.frontend.tree.ImportDeclaration;

/**
 * Finds out which other modules a manifest speaks of: those in which the names in its declarations
 * may be found, and those it shows to importers. Whoever is told something of this unit can be told
 * something of these, and of no other module that the unit imports.
 */
public final class NamedModules {
  private NamedModules() {}

  /** The full names of the modules; looks at every declaration. */
  public static Set<String> of(Manifest manifest) {
    NameOrigins origins = new NameOrigins(manifest.module(), manifest.imports());
    Set<String> modules = new TreeSet<>();
    for (ImportDeclaration imported : manifest.imports()) {
      if (imported.exported() && imported.module() != null) {
        modules.add(imported.module().text());
      }
    }
    for (ManifestDeclaration declaration : manifest.declarations()) {
      FreeNames.ofInterface(
          declaration.tree(),
          (qualifier, name, use) -> origins.of(qualifier, name).forEach(modules::add));
    }
    return modules;
  }

  /** The full names of all modules that a unit imports, whatever it says of them. */
  public static Set<String> imported(Manifest manifest) {
    Set<String> modules = new TreeSet<>();
    for (ImportDeclaration imported : manifest.imports()) {
      if (imported.module() != null) {
        modules.add(imported.module().text());
      }
    }
    return modules;
  }
}
