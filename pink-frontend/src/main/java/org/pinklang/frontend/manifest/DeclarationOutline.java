package org.pinklang.frontend.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.diagnostic.NameCode;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ModuleName;

/** The rules of declarations that hold for one text whatever others hold. */
final class DeclarationOutline {
  private final SourceText text;
  private final Manifest manifest;
  private final Qualifiers qualifiers;
  private final List<Declaration> declarations;
  private final Consumer<Diagnostic> found;

  DeclarationOutline(
      SourceText text,
      Manifest manifest,
      List<Declaration> declarations,
      Consumer<Diagnostic> found) {
    this.text = text;
    this.manifest = manifest;
    this.qualifiers = new Qualifiers(manifest.module(), manifest.imports());
    this.declarations = declarations;
    this.found = found;
  }

  void check() {
    Map<String, Identifier> first = new HashMap<>();
    for (Declaration declaration : declarations) {
      Identifier name = declaration.name();
      if (name != null && !name.isDiscard()) {
        name(declaration, name, first.putIfAbsent(name.text(), name));
        export(declaration, name);
        members(declaration);
        bodies(declaration, name);
        runtimeName(declaration, name);
      }
    }
  }

  private void name(Declaration declaration, Identifier name, @Nullable Identifier before) {
    if (name.text().equals("size_of") || name.text().equals("align_of")) {
      report(at(NameCode.PREDECLARED, name, name.text()));
    } else if (before != null) {
      boolean main =
          manifest.kind() == UnitKind.PROGRAM
              && name.text().equals("main")
              && declaration instanceof Declaration.Function;
      report(
          at(main ? NameCode.SECOND_MAIN : NameCode.DUPLICATE_DECLARATION, name, name.text())
              .label("declared again here")
              .secondary(before.span(), "first declared here"));
    }
  }

  private void export(Declaration declaration, Identifier name) {
    if (!declaration.exported()) {
      return;
    }
    if (!manifest.kind().isInterface()) {
      report(
          at(ModuleCode.EXPORT_OUTSIDE_INTERFACE, name, unitKind())
              .edit(ExportKeyword.at(text, declaration.start()), "", "remove `export`"));
      return;
    }
    visitDirect(declaration, this::exposed);
  }

  private String unitKind() {
    return switch (manifest.kind()) {
      case PROGRAM -> "a program unit";
      case IMPLEMENTATION -> "an implementation unit";
      case INTERNAL_PARTITION -> "an internal partition";
      case PRIMARY_INTERFACE, INTERFACE_PARTITION -> "an interface unit";
    };
  }

  /** Visits the types that importers must be able to name: not those in an opaque struct. */
  private static void visitDirect(Declaration declaration, FreeNames.Visitor visitor) {
    switch (declaration) {
      case Declaration.Global global -> FreeNames.ofType(global.type(), visitor);
      case Declaration.Struct struct -> {
        if (!struct.opaque()) {
          FreeNames.ofInterface(struct, visitor);
        }
      }
      case Declaration.Function function -> FreeNames.ofInterface(function, visitor);
      case Declaration.Extern extern -> FreeNames.ofInterface(extern, visitor);
      case Declaration.Union union -> FreeNames.ofInterface(union, visitor);
      case Declaration.Malformed malformed -> {}
    }
  }

  private void exposed(@Nullable ModuleName qualifier, Identifier name, FreeNames.Use use) {
    boolean type = use == FreeNames.Use.TYPE || use == FreeNames.Use.POINTED_TYPE;
    if (!type || !qualifiers.isOwn(qualifier)) {
      return;
    }
    ManifestDeclaration declaration = manifest.find(name.text());
    if (declaration != null && !declaration.tree().exported()) {
      report(PrivateExposure.of(manifest, name.span(), manifest, declaration));
    }
  }

  private void members(Declaration declaration) {
    switch (declaration) {
      case Declaration.Struct struct ->
          distinct("field", struct.fields().stream().map(Declaration.Field::name).toList());
      case Declaration.Union union ->
          distinct(
              "alternative",
              union.alternatives().stream().map(Declaration.Alternative::name).toList());
      case Declaration.Extern extern -> parameters(extern.parameters());
      case Declaration.Function function -> parameters(function.parameters());
      case Declaration.Global global -> {}
      case Declaration.Malformed malformed -> {}
    }
  }

  private void parameters(List<Declaration.Parameter> parameters) {
    List<Identifier> names = new ArrayList<>(parameters.size());
    for (Declaration.Parameter parameter : parameters) {
      names.add(parameter.name());
    }
    distinct("parameter", names);
  }

  private void distinct(String what, List<Identifier> names) {
    if (names.size() < 2) {
      return;
    }
    Map<String, Identifier> first = new HashMap<>();
    for (Identifier name : names) {
      Identifier before = name.isDiscard() ? null : first.putIfAbsent(name.text(), name);
      if (before != null) {
        report(
            at(NameCode.DUPLICATE_MEMBER, name, what, name.text())
                .secondary(before.span(), "first declared here"));
      }
    }
  }

  private void bodies(Declaration declaration, Identifier name) {
    if (!(declaration instanceof Declaration.Function function) || function.body() != null) {
      return;
    }
    if (!manifest.kind().isInterface()) {
      report(at(NameCode.BODY_MISSING, name, name.text(), unitKind()));
    } else if (function.result() == null) {
      Span end = new Span(function.end() - 1, function.end() - 1);
      report(
          at(NameCode.RESULT_MISSING, name, name.text())
              .edit(end, " -> Nil", "write the result type"));
    }
  }

  private void runtimeName(Declaration declaration, Identifier name) {
    boolean standard = manifest.module().equals("std") || manifest.module().startsWith("std.");
    if (declaration instanceof Declaration.Extern && name.text().startsWith("pink_") && !standard) {
      report(at(NameCode.RUNTIME_NAME, name, name.text()));
    }
  }

  private Diagnostic.Builder at(DiagnosticCode code, Identifier name, String... arguments) {
    return Diagnostic.of(code, manifest.logicalName(), name.span(), arguments);
  }

  private void report(Diagnostic.Builder diagnostic) {
    found.accept(diagnostic.build());
  }
}
