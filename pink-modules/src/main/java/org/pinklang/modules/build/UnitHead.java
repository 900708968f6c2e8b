package org.pinklang.modules.build;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
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
 */
record UnitHead(UnitKind kind, UnitName name, Span place, List<ImportDeclaration> imports) {

  static UnitHead of(@Nullable UnitDeclaration declaration, List<ImportDeclaration> imports) {
    if (declaration == null) {
      return new UnitHead(UnitKind.PROGRAM, UnitName.primary(""), new Span(0, 0), imports);
    }
    var partition = declaration.partition();
    return new UnitHead(
        kind(declaration.keyword(), partition != null),
        new UnitName(declaration.module().text(), partition == null ? "" : partition.text()),
        declaration.span(),
        imports);
  }

  private static UnitKind kind(UnitDeclaration.Keyword keyword, boolean partition) {
    return switch (keyword) {
      case MODULE -> partition ? UnitKind.INTERFACE_PARTITION : UnitKind.PRIMARY_INTERFACE;
      case IMPLEMENT -> partition ? UnitKind.INTERNAL_PARTITION : UnitKind.IMPLEMENTATION;
    };
  }

  /** The unit an import asks for; empty where the import is wrong whatever there is. */
  Optional<UnitName> target(ImportDeclaration imported) {
    if (imported.module() != null) {
      return Optional.of(UnitName.primary(imported.module().text()));
    }
    return imported.partition() == null || kind == UnitKind.PROGRAM
        ? Optional.empty()
        : Optional.of(new UnitName(name.module(), imported.partition().text()));
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
