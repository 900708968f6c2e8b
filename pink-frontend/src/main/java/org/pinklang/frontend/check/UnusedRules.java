package org.pinklang.frontend.check;

import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.ImportCode;
import org.pinklang.frontend.diagnostic.NameCode;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.UnitTree;

/** Warns of imports and private declarations that nothing uses, in a unit without errors. */
final class UnusedRules {
  private final FactReader facts;
  private final UnitDeclarations scope;
  private final UnitTree tree;
  private final Manifest own;
  private final ModuleUnits units;

  UnusedRules(FactReader facts, UnitDeclarations scope, UnitTree tree) {
    this.facts = facts;
    this.scope = scope;
    this.tree = tree;
    this.own = facts.own();
    this.units = facts.module(own.module());
  }

  void check() {
    tree.imports().forEach(this::imported);
    for (Declaration declaration : tree.declarations()) {
      Identifier name = declaration.name();
      Declared declared = name == null ? null : units.find(own, name.text());
      if (declared != null
          && !declared.name().startsWith("_")
          && !scope.uses().usesDeclaration(declared.name())
          && !isUsableElsewhere(declared)) {
        warn(NameCode.UNUSED_DECLARATION, declared.nameSpan(), declared.name());
      }
    }
  }

  private boolean isUsableElsewhere(Declared declared) {
    boolean main = own.kind() == UnitKind.PROGRAM && declared.name().equals("main");
    facts.reads().shared(declared.name());
    boolean ofInterface = !declared.isOwnOfUnit() && units.bodiless(declared.name()) != null;
    boolean seen = own.kind().isImportable() && units.hasOther(own) && declared.writesTypes();
    return declared.exported() || main || ofInterface || seen;
  }

  private void imported(ImportDeclaration declaration) {
    // Implementation units see the partitions that the interface imports, so that an import which
    // this unit has no use for may be meant for them.
    boolean forOthers =
        declaration.partition() != null
            && own.kind().isImportable()
            && (units.hasImplementation() || definesForOthers(declaration.partition().text()));
    if (declaration.exported() || forOthers) {
      return;
    }
    ModuleName module = declaration.module();
    Identifier partition = declaration.partition();
    List<Identifier> names = declaration.names();
    if (!scope.uses().usesImport(declaration)) {
      String name =
          module != null ? module.text() : partition == null ? "" : ":" + partition.text();
      warn(ImportCode.UNUSED_IMPORT, declaration.span(), name);
    } else if (names != null) {
      for (Identifier name : names) {
        if (!scope.uses().usesListed(declaration, name.text())) {
          warn(ImportCode.UNUSED_IMPORT, name.span(), name.text());
        }
      }
    }
  }

  private boolean definesForOthers(String partition) {
    facts.reads().definer(partition);
    return units.definesForOthers(partition);
  }

  private void warn(DiagnosticCode code, Span span, String name) {
    facts.report(Diagnostic.of(code, own.logicalName(), span, name).build());
  }
}
