package org.pinklang.frontend.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.diagnostic.NameCode;
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

  DeclarationRules(FactReader facts, UnitDeclarations scope) {
    this.facts = facts;
    this.scope = scope;
    this.mainRules = new MainRules(facts);
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
    if (declared.writesTypes()) {
      return;
    }
    if (tree instanceof Declaration.Function function && function.body() != null) {
      int at = function.body().start();
      Entity entity = facts.entity(declared);
      PinkType result = entity instanceof Entity.Function known ? known.type().result() : null;
      typeMissing(declared, "function", result, new Span(at, at), "-> ", " ");
    } else if (tree instanceof Declaration.Global global) {
      int at = global.name().end();
      Entity entity = facts.entity(declared);
      PinkType type = entity instanceof Entity.Global known ? known.type() : null;
      typeMissing(declared, "global", type, new Span(at, at), ": ", "");
    }
  }

  private void typeMissing(
      Declared declared,
      String what,
      @Nullable PinkType inferred,
      Span place,
      String before,
      String after) {
    Diagnostic.Builder error =
        at(ModuleCode.EXPORT_WITHOUT_TYPE, declared.nameSpan(), what, declared.name());
    if (inferred != null && inferred != PinkType.Never.NEVER && !TypeParts.isErroneous(inferred)) {
      String type = inferred.display();
      error.note("the inferred type is `" + type + "`");
      error.edit(place, before + type + after, "write the type");
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
