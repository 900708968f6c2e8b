package org.pinklang.api;

import java.util.List;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.tree.ImportDeclaration;

/**
 * The public face of one unit: what it exports and imports. A function of the unit's text alone, so
 * that it can be kept and given to another compilation. Immutable.
 */
public final class Manifest {
  private final org.pinklang.frontend.manifest.Manifest value;

  Manifest(org.pinklang.frontend.manifest.Manifest value) {
    this.value = value;
  }

  /** The module's full name; empty for a program unit. */
  public String module() {
    return value.module();
  }

  /** The partition's name; empty where there is none. */
  public String partition() {
    return value.partition();
  }

  /** What importers ask for the unit by: {@code m} or {@code m:p}. */
  public String name() {
    return value.name().display();
  }

  /** The names of the units it imports, as written. */
  public List<String> imports() {
    return value.imports().stream().map(this::target).filter(name -> !name.isEmpty()).toList();
  }

  private String target(ImportDeclaration imported) {
    if (imported.module() != null) {
      return imported.module().text();
    }
    return imported.partition() == null
        ? ""
        : new UnitName(value.module(), imported.partition().text()).display();
  }

  /** The names of the exported declarations, in the order of the text. */
  public List<String> exports() {
    return value.declarations().stream()
        .filter(declaration -> declaration.visibility() == Visibility.EXPORTED)
        .map(ManifestDeclaration::name)
        .toList();
  }

  /** The comment before the unit declaration; empty for none. */
  public String documentation() {
    return value.documentation();
  }

  org.pinklang.frontend.manifest.Manifest value() {
    return value;
  }

  @Override
  public String toString() {
    return name();
  }
}
