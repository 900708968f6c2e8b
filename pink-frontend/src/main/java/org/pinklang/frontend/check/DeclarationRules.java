package org.pinklang.frontend.check;

import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.diagnostic.NameCode;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.manifest.FreeNames;
import org.pinklang.frontend.manifest.PrivateExposure;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.TypeTree;
import org.pinklang.frontend.type.PinkType;

/** The rules of one declaration, once its types are known. */
final class DeclarationRules {
  private final FactReader facts;
  private final UnitDeclarations scope;
  private final MainRules mainRules;
  private final InferredTypes inferredTypes;

  DeclarationRules(FactReader facts, UnitDeclarations scope) {
    this.facts = facts;
    this.scope = scope;
    this.mainRules = new MainRules(facts);
    this.inferredTypes = new InferredTypes(facts);
  }

  void check(Declared declared, Declaration tree) {
    if (declared.exported()) {
      writesTypes(declared, tree);
      exposesNothingPrivate(tree);
    }
    if (tree instanceof Declaration.Extern extern) {
      extern(declared, extern);
    }
    if (facts.own().kind() == UnitKind.PROGRAM && declared.name().equals("main")) {
      mainRules.check(declared, tree);
    }
  }

  // ---- the interface rule -------------------------------------------------------------------

  private void writesTypes(Declared declared, Declaration tree) {
    boolean function = tree instanceof Declaration.Function defined && defined.body() != null;
    if (declared.writesTypes() || !(function || tree instanceof Declaration.Global)) {
      return;
    }
    Diagnostic.Builder error =
        at(
            ModuleCode.EXPORT_WITHOUT_TYPE,
            declared.nameSpan(),
            function ? "function" : "global",
            declared.name());
    PinkType inferred = inferredTypes.of(declared);
    SuggestedEdit edit = inferredTypes.edit(declared, tree);
    if (inferred != null && edit != null) {
      error.note("the inferred type is `" + inferred.display() + "`");
      error.edit(edit.span(), edit.replacement(), edit.description());
    }
    report(error);
  }

  /** Finds private declarations of the module's other units in an exported signature. */
  private void exposesNothingPrivate(Declaration tree) {
    if (tree instanceof Declaration.Struct struct && struct.opaque()) {
      return;
    }
    FreeNames.Visitor visitor =
        (qualifier, name, use) -> {
          boolean type = use == FreeNames.Use.TYPE || use == FreeNames.Use.POINTED_TYPE;
          if (type
              && scope.lookUp(qualifier, name) instanceof Lookup.Found found
              && found.declared().module().equals(facts.own().module())
              && !facts.isOwn(found.declared())
              && !found.declared().exported()) {
            report(
                PrivateExposure.of(
                    facts.own(),
                    name.span(),
                    found.declared().unit(),
                    found.declared().declaration()));
          }
        };
    if (tree instanceof Declaration.Global global) {
      FreeNames.ofType(global.type(), visitor);
    } else {
      FreeNames.ofInterface(tree, visitor);
    }
  }

  // ---- C functions --------------------------------------------------------------------------

  private void extern(Declared declared, Declaration.Extern tree) {
    if (!(facts.entity(declared) instanceof Entity.Function function)) {
      return;
    }
    List<PinkType> parameters = function.type().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      externType(parameters.get(i), tree.parameters().get(i).type(), "a parameter");
    }
    if (tree.result() != null) {
      externType(function.type().result(), tree.result(), "the result");
    }
  }

  private void externType(PinkType type, TypeTree tree, String what) {
    boolean allowed =
        switch (type) {
          case PinkType.Tuple tuple -> false;
          case PinkType.Array array -> false;
          case PinkType.Slice slice -> false;
          case PinkType.Nominal nominal -> nominal.kind() == PinkType.Nominal.Kind.STRUCT;
          default -> true;
        };
    if (!allowed) {
      report(at(NameCode.EXTERN_TYPE, tree.span(), type.display(), what));
    }
  }

  private Diagnostic.Builder at(DiagnosticCode code, Span span, String... arguments) {
    return Diagnostic.of(code, scope.file(), span, arguments);
  }

  private void report(Diagnostic.Builder diagnostic) {
    scope.report(diagnostic.build());
  }
}
