package org.pinklang.frontend.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.ImportCode;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;

/** The rules of imports that hold for one text whatever others hold. */
final class ImportOutline {
  private final SourceText text;
  private final Manifest manifest;
  private final List<ImportDeclaration> imports;
  private final Consumer<Diagnostic> found;
  private final Map<String, List<ImportDeclaration>> byModule = new HashMap<>();
  private final Map<String, ImportDeclaration> firstByAlias = new HashMap<>();

  ImportOutline(
      SourceText text,
      Manifest manifest,
      List<ImportDeclaration> imports,
      Consumer<Diagnostic> found) {
    this.text = text;
    this.manifest = manifest;
    this.imports = imports;
    this.found = found;
  }

  void check() {
    for (ImportDeclaration declaration : imports) {
      if (declaration.module() != null) {
        addCalled(declaration, declaration.module());
      }
    }
    Map<UnitName, ImportDeclaration> first = new HashMap<>();
    for (ImportDeclaration declaration : imports) {
      if (target(declaration) != null) {
        exportKeyword(declaration);
        targetRules(declaration, first);
        alias(declaration);
        names(declaration);
      }
    }
  }

  private void addCalled(ImportDeclaration declaration, ModuleName module) {
    byModule.computeIfAbsent(module.text(), name -> new ArrayList<>()).add(declaration);
    if (declaration.alias() != null) {
      firstByAlias.putIfAbsent(declaration.alias().text(), declaration);
    }
  }

  private @Nullable UnitName target(ImportDeclaration declaration) {
    ModuleName module = declaration.module();
    Identifier partition = declaration.partition();
    if (module != null) {
      return UnitName.primary(module.text());
    }
    return partition == null ? null : new UnitName(manifest.module(), partition.text());
  }

  private void exportKeyword(ImportDeclaration declaration) {
    if (declaration.exported() && !manifest.kind().isInterface()) {
      report(
          at(ImportCode.EXPORT_IMPORT_OUTSIDE_INTERFACE, declaration.span())
              .edit(ExportKeyword.at(text, declaration.start()), "", "remove `export`"));
    }
  }

  private void targetRules(ImportDeclaration declaration, Map<UnitName, ImportDeclaration> first) {
    UnitName target = Objects.requireNonNull(target(declaration));
    if (declaration.partition() != null && manifest.kind() == UnitKind.PROGRAM) {
      report(at(ImportCode.PARTITION_OUTSIDE, declaration.span(), target.partition()));
      return;
    }
    ImportDeclaration before = first.putIfAbsent(target, declaration);
    if (before != null) {
      report(
          at(ImportCode.DUPLICATE_IMPORT, declaration.span(), shown(declaration))
              .secondary(before.span(), "first imported here")
              .edit(declaration.span(), "", "remove the second import"));
    } else if (manifest.kind() == UnitKind.IMPLEMENTATION
        && target.equals(UnitName.primary(manifest.module()))) {
      report(
          at(ImportCode.DUPLICATE_IMPORT, declaration.span(), shown(declaration))
              .note("an implementation unit imports its module without being told")
              .edit(declaration.span(), "", "remove the import"));
    } else if (manifest.kind().isImportable() && target.equals(manifest.name())) {
      report(at(ImportCode.SELF_IMPORT, declaration.span(), shown(declaration)));
    }
  }

  private static String shown(ImportDeclaration declaration) {
    ModuleName module = declaration.module();
    Identifier partition = declaration.partition();
    if (module != null) {
      return module.text();
    }
    return partition == null ? "" : ":" + partition.text();
  }

  private void alias(ImportDeclaration declaration) {
    Identifier alias = declaration.alias();
    if (alias == null) {
      return;
    }
    if (alias.text().isEmpty()) {
      return;
    }
    if (alias.text().equals(manifest.module()) && !manifest.module().equals(shown(declaration))) {
      report(at(ImportCode.ALIAS_CLASH, alias.span(), alias.text(), "this unit's own module"));
    }
    ImportDeclaration other = calledSo(alias.text(), declaration);
    if (other != null) {
      report(
          at(ImportCode.ALIAS_CLASH, alias.span(), alias.text(), "another import")
              .secondary(other.span(), "this import is called `" + alias.text() + "` already"));
    }
  }

  /** The first other import of a module of this name, or above with this alias; null for none. */
  private @Nullable ImportDeclaration calledSo(String alias, ImportDeclaration declaration) {
    ImportDeclaration sameAlias = firstByAlias.get(alias);
    ImportDeclaration first =
        sameAlias != null && sameAlias.start() < declaration.start() ? sameAlias : null;
    for (ImportDeclaration named : byModule.getOrDefault(alias, List.of())) {
      if (named.start() != declaration.start()) {
        return first == null || named.start() < first.start() ? named : first;
      }
    }
    return first;
  }

  private void names(ImportDeclaration declaration) {
    List<Identifier> names = declaration.names();
    if (names == null) {
      return;
    }
    Map<String, Identifier> listed = new HashMap<>();
    for (Identifier name : names) {
      Identifier before = listed.putIfAbsent(name.text(), name);
      if (before != null) {
        report(
            at(ImportCode.LISTED_TWICE, name.span(), name.text())
                .secondary(before.span(), "first listed here"));
      }
      ManifestDeclaration own = manifest.find(name.text());
      if (own != null && own.tree().name() != null) {
        report(
            at(ImportCode.LIST_CLASH, name.span(), name.text(), "this unit")
                .secondary(own.tree().name().span(), "declared here"));
      }
    }
  }

  private Diagnostic.Builder at(DiagnosticCode code, Span span, String... arguments) {
    return Diagnostic.of(code, manifest.logicalName(), span, arguments);
  }

  private void report(Diagnostic.Builder diagnostic) {
    found.accept(diagnostic.build());
  }
}
