package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.UnitDeclaration;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.frontend.type.PinkType;

/** The rules that hold between the units of one module, as far as this unit is to blame. */
final class ModuleRules {
  private final FactReader facts;
  private final UnitDeclarations scope;
  private final UnitTree tree;
  private final Manifest own;
  private final ModuleUnits units;

  ModuleRules(FactReader facts, UnitDeclarations scope, UnitTree tree) {
    this.facts = facts;
    this.scope = scope;
    this.tree = tree;
    this.own = facts.own();
    this.units = facts.module(own.module());
  }

  /** The rules that look at names alone. */
  void checkStructure() {
    partitionsExported();
    for (ManifestDeclaration declaration : own.declarations()) {
      Declared declared = units.find(own, declaration.name());
      if (declared != null) {
        sharedName(declared);
      }
    }
  }

  void check() {
    if (own.kind() == UnitKind.PROGRAM) {
      return;
    }
    partitionsExported();
    for (ManifestDeclaration declaration : own.declarations()) {
      Declared declared = units.find(own, declaration.name());
      if (declared != null) {
        facts.reads().shared(declared.name());
        sharedName(declared);
        if (declared.isBodiless()) {
          definition(declared);
        } else if (declared.isDefinedFunction()) {
          defines(declared);
        }
      }
    }
  }

  /** The primary exports every interface partition, directly or through another. */
  private void partitionsExported() {
    UnitDeclaration head = tree.declaration();
    if (own.kind() != UnitKind.PRIMARY_INTERFACE || head == null) {
      return;
    }
    for (Manifest unit : units.units()) {
      if (unit.kind() == UnitKind.INTERFACE_PARTITION && !units.isExporting(unit)) {
        Diagnostic.Builder error =
            at(
                    ModuleCode.PARTITION_NOT_EXPORTED,
                    head.module().span(),
                    unit.partition(),
                    own.module())
                .note("it is declared in `" + unit.logicalName() + "`");
        report(exporting(error, unit.partition(), head));
      }
    }
  }

  private Diagnostic.Builder exporting(
      Diagnostic.Builder error, String partition, UnitDeclaration head) {
    for (ImportDeclaration declaration : tree.imports()) {
      Identifier imported = declaration.partition();
      if (imported != null && imported.text().equals(partition)) {
        Span start = new Span(declaration.start(), declaration.start());
        return error.edit(start, "export ", "export the partition");
      }
    }
    int end = lastImportEnd(head);
    return error.edit(
        new Span(end, end), "\nexport import :" + partition + ";", "export the partition");
  }

  private int lastImportEnd(UnitDeclaration head) {
    List<ImportDeclaration> imports = tree.imports();
    return imports.isEmpty() ? head.end() : imports.get(imports.size() - 1).end();
  }

  /** A name is declared once in the importable units; the later unit is told. */
  private void sharedName(Declared declared) {
    if (!own.kind().isImportable()) {
      return;
    }
    for (Manifest unit : units.declaring(declared.name())) {
      if (unit.logicalName().equals(own.logicalName())) {
        return;
      }
      Declared other = unit.kind().isImportable() ? units.find(unit, declared.name()) : null;
      if (other != null && !isDefinition(declared, other) && !isDefinition(other, declared)) {
        report(
            at(ModuleCode.DECLARED_IN_TWO_UNITS, declared.nameSpan(), declared.name(), own.module())
                .secondary(unit.logicalName(), other.nameSpan(), "declared here too"));
        return;
      }
    }
  }

  private static boolean isDefinition(Declared defining, Declared declaring) {
    return declaring.isBodiless() && defining.isDefinedFunction();
  }

  private void definition(Declared declared) {
    if (definitions(declared.name(), declared.unit()).isEmpty()) {
      report(at(ModuleCode.DEFINITION_MISSING, declared.nameSpan(), declared.name(), own.module()));
    }
  }

  private List<Declared> definitions(String name, Manifest declaring) {
    List<Declared> definitions = new ArrayList<>();
    for (Manifest unit : units.declaring(name)) {
      Declared other =
          unit.logicalName().equals(declaring.logicalName()) ? null : units.find(unit, name);
      if (other != null && other.isDefinedFunction()) {
        definitions.add(other);
      }
    }
    return definitions;
  }

  private void defines(Declared definition) {
    Declared declaration = units.bodiless(definition.name());
    if (declaration == null || declaration.isIn(own)) {
      return;
    }
    Declared first = definitions(definition.name(), declaration.unit()).get(0);
    if (!first.isIn(own)) {
      report(
          at(ModuleCode.SECOND_DEFINITION, definition.nameSpan(), definition.name())
              .secondary(first.unit().logicalName(), first.nameSpan(), "defined here")
              .secondary(
                  declaration.unit().logicalName(), declaration.nameSpan(), "declared here"));
    }
    compare(definition, declaration);
  }

  private void compare(Declared definition, Declared declaration) {
    PinkType defined = signature(definition);
    PinkType declared = signature(declaration);
    boolean onlyDefinitionExported = definition.exported() && !declaration.exported();
    if (defined == null
        || declared == null
        || (defined.equals(declared) && !onlyDefinitionExported)) {
      return;
    }
    Diagnostic.Builder error =
        at(
                ModuleCode.DEFINITION_DIFFERS,
                definition.nameSpan(),
                definition.name(),
                (onlyDefinitionExported ? "export " : "") + defined.display(),
                declared.display())
            .secondary(declaration.unit().logicalName(), declaration.nameSpan(), "declared here");
    if (onlyDefinitionExported) {
      error.note("whether a function is exported is said where it is declared without a body");
    }
    if (!defined.equals(declared) && defined.display().equals(declared.display())) {
      error.note("this unit declares a private type of the same name, which is another type");
    }
    report(error);
  }

  /** The type of a function; null where something in it is wrong. */
  private @Nullable PinkType signature(Declared declared) {
    facts.noteRead(BuildFacts.FactKey.Kind.ENTITY, declared);
    return facts.computer().tree(declared) instanceof Declaration.Function
            && facts.computer().entity(declared) instanceof Entity.Function function
            && !TypeParts.isErroneous(function.type())
        ? function.type()
        : null;
  }

  private Diagnostic.Builder at(ModuleCode code, Span span, String... arguments) {
    return Diagnostic.of(code, own.logicalName(), span, arguments);
  }

  private void report(Diagnostic.Builder diagnostic) {
    scope.report(diagnostic.build());
  }
}
