package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.FreeNames;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.Qualifiers;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.manifest.text.ManifestText;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;

/**
 * Stand-ins for the units that a manifest imports and that are not at hand. They declare each type
 * that the manifest names of them, as one that nobody knows the size of.
 */
final class UnknownUnits {
  private static final String UNKNOWN = " { size: _unknown_ }\n";

  private final Manifest manifest;
  private final Qualifiers qualifiers;

  private UnknownUnits(Manifest manifest) {
    this.manifest = manifest;
    this.qualifiers = new Qualifiers(manifest.module(), manifest.imports());
  }

  static List<Manifest> of(Manifest manifest) {
    UnknownUnits units = new UnknownUnits(manifest);
    List<Manifest> made = new ArrayList<>();
    Set<String> seen = new TreeSet<>(Set.of(manifest.name().display()));
    boolean ownNames = true;
    for (ImportDeclaration tree : manifest.imports()) {
      UnitName name = units.target(tree);
      if (seen.add(name.display())) {
        boolean own = name.module().equals(manifest.module());
        made.add(
            units.unit(name, own ? ownNames ? units.ownNames() : Set.of() : units.names(tree)));
        ownNames &= !own;
      }
    }
    return made;
  }

  private UnitName target(ImportDeclaration tree) {
    return tree.module() != null
        ? UnitName.primary(tree.module().text())
        : new UnitName(manifest.module(), tree.partition() == null ? "" : tree.partition().text());
  }

  private Manifest unit(UnitName name, Set<String> types) {
    StringBuilder text = new StringBuilder("manifest " + name.display() + ";\n");
    for (String type : types) {
      text.append("export struct ").append(type).append(UNKNOWN);
    }
    return ManifestText.parse(SourceText.of("", text.toString())).manifest();
  }

  /** The types that are named of another module. */
  private Set<String> names(ImportDeclaration tree) {
    Set<String> names = new TreeSet<>();
    if (tree.names() != null) {
      tree.names().stream().map(Identifier::text).forEach(names::add);
    }
    ModuleName module = tree.module();
    visitTypes(
        (qualifier, name, use) -> {
          if (qualifier != null && module != null && isOf(qualifier.text(), module, tree.alias())) {
            names.add(name.text());
          }
        });
    return names;
  }

  private static boolean isOf(String qualifier, ModuleName module, @Nullable Identifier alias) {
    return qualifier.equals(module.text())
        || qualifier.equals(alias == null ? module.last().text() : alias.text());
  }

  /** The types that are named of the manifest's own module and that it does not declare. */
  private Set<String> ownNames() {
    Set<String> names = new TreeSet<>();
    visitTypes(
        (qualifier, name, use) -> {
          if (qualifiers.isOwn(qualifier)
              && manifest.find(name.text()) == null
              && !isListed(name.text())) {
            names.add(name.text());
          }
        });
    Predeclared.names().forEach(names::remove);
    return names;
  }

  private boolean isListed(String name) {
    return manifest.imports().stream()
        .anyMatch(
            tree ->
                tree.names() != null
                    && tree.names().stream().anyMatch(listed -> listed.text().equals(name)));
  }

  private void visitTypes(FreeNames.Visitor visitor) {
    for (ManifestDeclaration declaration : manifest.declarations()) {
      FreeNames.ofInterface(
          declaration.tree(),
          (qualifier, name, use) -> {
            if (use == FreeNames.Use.TYPE || use == FreeNames.Use.POINTED_TYPE) {
              visitor.visit(qualifier, name, use);
            }
          });
    }
  }
}
