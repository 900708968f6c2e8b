package org.pinklang.modules.build;

import java.util.List;
import java.util.Optional;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.parse.HeadScan;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.UnitDeclaration;

/**
 * What the head of a text says.
 *
 * @param kind what kind of unit it is
 * @param name module and partition; the module is empty for a program unit
 * @param place of the unit declaration; empty at the start of the text where there is none
 * @param imports as written
 * @param sound whether the head has no errors
 */
record UnitHead(
    UnitKind kind, UnitName name, Span place, List<ImportDeclaration> imports, boolean sound) {

  static UnitHead of(HeadScan scan) {
    UnitDeclaration declaration = scan.unit();
    boolean sound = scan.diagnostics().isEmpty();
    if (declaration == null) {
      return new UnitHead(
          UnitKind.PROGRAM, UnitName.primary(""), new Span(0, 0), scan.imports(), sound);
    }
    var partition = declaration.partition();
    return new UnitHead(
        kind(declaration.keyword(), partition != null),
        new UnitName(declaration.module().text(), partition == null ? "" : partition.text()),
        declaration.span(),
        scan.imports(),
        sound);
  }

  private static UnitKind kind(UnitDeclaration.Keyword keyword, boolean partition) {
    return switch (keyword) {
      case MODULE -> partition ? UnitKind.INTERFACE_PARTITION : UnitKind.PRIMARY_INTERFACE;
      case IMPLEMENT -> partition ? UnitKind.INTERNAL_PARTITION : UnitKind.IMPLEMENTATION;
    };
  }

  /** The units that the imports ask for, in the order of the text. */
  List<Optional<UnitName>> targets() {
    return imports.stream().map(this::target).toList();
  }

  /** The unit an import asks for; empty where the import is wrong whatever there is. */
  Optional<UnitName> target(ImportDeclaration imported) {
    return target(kind, name.module(), imported);
  }

  /** The unit an import in a unit of a kind and a module asks for. */
  static Optional<UnitName> target(UnitKind kind, String module, ImportDeclaration imported) {
    if (imported.module() != null) {
      return Optional.of(UnitName.primary(imported.module().text()));
    }
    return imported.partition() == null || kind == UnitKind.PROGRAM
        ? Optional.empty()
        : Optional.of(new UnitName(module, imported.partition().text()));
  }

  /** How the text declares itself, for messages. */
  String display() {
    return switch (kind) {
      case PROGRAM -> "a program unit";
      case PRIMARY_INTERFACE, INTERFACE_PARTITION -> "`module " + name.display() + "`";
      case IMPLEMENTATION, INTERNAL_PARTITION -> "`implement " + name.display() + "`";
    };
  }
}
