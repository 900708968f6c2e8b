package org.pinklang.frontend.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.ImportDeclaration;

/**
 * What one unit shows to others: a function of its text alone. Immutable.
 *
 * @param kind what kind of unit the text is
 * @param module the module's full name; empty for a program unit
 * @param partition the partition's name; empty where there is none
 * @param logicalName the logical name of the text, for the positions in the trees
 * @param documentation the comment before the unit declaration; empty for none
 * @param imports as written, with positions
 * @param declarations in order of the text, each name once: of a name declared twice the first
 * @param byName {@code declarations} by name
 */
public record Manifest(
    UnitKind kind,
    String module,
    String partition,
    String logicalName,
    String documentation,
    List<ImportDeclaration> imports,
    List<ManifestDeclaration> declarations,
    Map<String, ManifestDeclaration> byName) {

  /** A manifest with its look-up table. */
  public static Manifest of(
      UnitKind kind,
      String module,
      String partition,
      String logicalName,
      String documentation,
      List<ImportDeclaration> imports,
      List<ManifestDeclaration> declarations) {
    Map<String, ManifestDeclaration> byName = new LinkedHashMap<>();
    for (ManifestDeclaration declaration : declarations) {
      byName.putIfAbsent(declaration.name(), declaration);
    }
    return new Manifest(
        kind,
        module,
        partition,
        logicalName,
        documentation,
        List.copyOf(imports),
        List.copyOf(byName.values()),
        Map.copyOf(byName));
  }

  /** What importers ask for this unit by. */
  public UnitName name() {
    return new UnitName(module, partition);
  }

  /** The declaration of a name. */
  public @Nullable ManifestDeclaration find(String name) {
    return byName.get(name);
  }
}
