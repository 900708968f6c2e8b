package org.pinklang.frontend.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.ImportCode;
import org.pinklang.frontend.diagnostic.SimilarNames;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.UnitDeclaration;
import org.pinklang.frontend.tree.UnitTree;

/** The rules of a unit's imports that depend on what other units hold. */
final class ImportRules {
  private final FactReader facts;
  private final UnitDeclarations scope;
  private final UnitTree tree;
  private final Manifest own;
  private final NameErrors errors;
  private final Map<String, Declared> listed = new HashMap<>();

  ImportRules(FactReader facts, UnitDeclarations scope, UnitTree tree) {
    this.facts = facts;
    this.scope = scope;
    this.tree = tree;
    this.own = facts.own();
    this.errors = scope.errors();
  }

  void check() {
    primary();
    for (ImportDeclaration declaration : tree.imports()) {
      if (isLate(declaration)) {
        continue;
      }
      ModuleName module = declaration.module();
      Identifier partition = declaration.partition();
      if (module != null) {
        module(declaration, module);
      } else if (partition != null && own.kind() != UnitKind.PROGRAM) {
        partition(declaration, partition);
      }
    }
  }

  /** Whether an import stands below a declaration, where the parser has reported it. */
  private boolean isLate(ImportDeclaration declaration) {
    return !tree.declarations().isEmpty()
        && tree.declarations().get(0).start() < declaration.start();
  }

  /** Every unit but the primary itself belongs to a module that has a primary. */
  private void primary() {
    UnitDeclaration declaration = tree.declaration();
    if (declaration != null) {
      facts.reads().at(declaration.module());
      facts.reads().answer(UnitName.primary(own.module()));
    }
    if (declaration != null && facts.module(own.module()).primary() == null) {
      missing(UnitName.primary(own.module()), declaration.module().span());
    }
  }

  private void module(ImportDeclaration declaration, ModuleName module) {
    facts.observations().module(module, module.text());
    if (declaration.alias() != null) {
      facts.observations().module(declaration.alias(), module.text());
    }
    boolean isOwn = module.text().equals(own.module());
    if (!isOwn) {
      facts.reads().at(module);
      facts.reads().answer(UnitName.primary(module.text()));
    }
    if (facts.module(module.text()).primary() == null) {
      if (!isOwn) { // that of the own module is looked for in any case
        missing(UnitName.primary(module.text()), module.span());
      }
      observeNames(declaration, module, new Lookup.Silenced(declaration));
    } else if (declaration.names() != null) {
      declaration.names().forEach(name -> listed(declaration, module.text(), name));
    }
  }

  private void observeNames(ImportDeclaration declaration, ModuleName module, Lookup lookup) {
    if (declaration.names() != null) {
      declaration
          .names()
          .forEach(name -> facts.observations().lookedUp(null, module.text(), name, lookup));
    }
  }

  private void missing(UnitName name, Span span) {
    switch (facts.manifests().answers().get(name)) {
      case ManifestAnswer.Rejected rejected ->
          report(at(ImportCode.UNIT_REJECTED, span, name.display(), rejected.reason()));
      case ManifestAnswer.Missing missing -> {
        Diagnostic.Builder error = at(ImportCode.UNIT_MISSING, span, name.display());
        suggest(error, missing.similar());
        if (missing.similar().stream().anyMatch(name.display()::equalsIgnoreCase)) {
          error.note("upper and lower case differ, also in the names of files");
        }
        missing.searched().forEach(place -> error.note("searched: " + place));
        report(error);
      }
      case ManifestAnswer.Found found -> {}
      case null -> report(at(ImportCode.UNIT_MISSING, span, name.display()));
    }
  }

  private static void suggest(Diagnostic.Builder error, List<String> names) {
    if (!names.isEmpty()) {
      error.note(SimilarNames.question(names));
    }
  }

  private void listed(ImportDeclaration declaration, String module, Identifier name) {
    facts.reads().at(name);
    facts.reads().export(module, name.text());
    facts.reads().shared(name.text());
    Lookup lookup = scope.scope().ofModule(module, name.text());
    facts.observations().lookedUp(null, module, name, lookup);
    if (!(lookup instanceof Lookup.Found found)) {
      scope.uses().addImport(declaration, name.text());
      report(errors.of(lookup, declaration.module(), name));
      return;
    }
    if (!found.declared().isIn(own)) {
      scope.uses().addForeign(found.declared(), name.span());
    }
    Declared before = listed.putIfAbsent(name.text(), found.declared());
    if (before != null && !before.symbol().equals(found.declared().symbol())) {
      report(
          at(ImportCode.LISTS_DISAGREE, name.span(), name.text())
              .note(
                  "it is `"
                      + before.symbol().display()
                      + "` and `"
                      + found.declared().symbol().display()
                      + "`"));
    }
    Declared hiding = hiding(name.text());
    if (hiding != null && !hiding.symbol().equals(found.declared().symbol())) {
      report(
          at(
                  ImportCode.LIST_CLASH,
                  name.span(),
                  name.text(),
                  "`" + hiding.unit().name().display() + "`")
              .secondary(hiding.unit().logicalName(), hiding.nameSpan(), "declared here"));
    }
  }

  /** The declaration of another unit of the same module that hides a listed name. */
  private @Nullable Declared hiding(String name) {
    return scope.scope().find(name) instanceof Lookup.Found found
            && !found.declared().isIn(own)
            && found.declared().module().equals(own.module())
        ? found.declared()
        : null;
  }

  private void partition(ImportDeclaration declaration, Identifier name) {
    Manifest partition = facts.module(own.module()).partition(name.text());
    UnitName wanted = new UnitName(own.module(), name.text());
    facts.observations().partition(name, wanted);
    if (partition != null) {
      if (declaration.exported()
          && own.kind().isInterface()
          && partition.kind() == UnitKind.INTERNAL_PARTITION) {
        report(at(ImportCode.EXPORT_OF_INTERNAL_PARTITION, name.span(), name.text()));
      }
    } else if (facts.manifests().answers().get(wanted) instanceof ManifestAnswer.Rejected no) {
      report(at(ImportCode.UNIT_REJECTED, name.span(), wanted.display(), no.reason()));
    } else {
      report(noPartition(name, wanted));
    }
  }

  private Diagnostic.Builder noPartition(Identifier name, UnitName wanted) {
    Diagnostic.Builder error =
        at(ImportCode.PARTITION_MISSING, name.span(), own.module(), name.text());
    TreeSet<String> partitions = new TreeSet<>();
    for (Manifest unit : facts.module(own.module()).units()) {
      if (!unit.partition().isEmpty()) {
        partitions.add(unit.partition());
      }
    }
    suggest(error, SimilarNames.of(name.text(), partitions));
    if (facts.manifests().answers().get(wanted) instanceof ManifestAnswer.Missing missing) {
      missing.searched().forEach(place -> error.note("searched: " + place));
    }
    return error;
  }

  private Diagnostic.Builder at(ImportCode code, Span span, String... arguments) {
    return Diagnostic.of(code, own.logicalName(), span, arguments);
  }

  private void report(Diagnostic.Builder diagnostic) {
    facts.report(diagnostic.build());
  }
}
