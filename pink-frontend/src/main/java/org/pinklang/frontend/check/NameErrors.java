package org.pinklang.frontend.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.ImportCode;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.diagnostic.NameCode;
import org.pinklang.frontend.diagnostic.SimilarNames;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.ModuleName;
import org.pinklang.frontend.tree.TypeTree;

/** The findings about names of one unit that stand for nothing that can be used. */
final class NameErrors {
  private final Manifest unit;
  private final UnitScope scope;
  private final ModuleExports exports;

  /** Made when a first name is wrong; what a unit finds stays the same. */
  private @Nullable SimilarNames unqualified;

  private @Nullable Set<String> qualifiers;

  private @Nullable SimilarNames similarQualifiers;

  NameErrors(Manifest unit, UnitScope scope, ModuleExports exports) {
    this.unit = unit;
    this.scope = scope;
    this.exports = exports;
  }

  /** What is wrong with a name that was looked up in vain. */
  Diagnostic.Builder of(Lookup lookup, @Nullable ModuleName qualifier, Identifier name) {
    Span qualifierSpan = qualifier == null ? name.span() : qualifier.span();
    String qualifierText = qualifier == null ? "" : qualifier.text();
    return switch (lookup) {
      case Lookup.Absent absent when absent.module() != null -> noExport(absent.module(), name);
      case Lookup.Absent absent -> unknown(name);
      case Lookup.NoQualifier none -> noQualifier(qualifierText, qualifierSpan);
      case Lookup.NeedsImport needs -> needsImport(needs.module(), qualifierText, qualifierSpan);
      case Lookup.AmbiguousQualifier ambiguous ->
          ambiguousQualifier(ambiguous.imports(), qualifierText, qualifierSpan);
      case Lookup.Ambiguous ambiguous -> ambiguous(ambiguous, name);
      case Lookup.Private hidden -> notExported(hidden.declared(), name);
      case Lookup.InOtherUnit other -> inOtherUnit(other.declared(), name);
      case Lookup.Unresolved unresolved ->
          at(
              ModuleCode.UNRESOLVED_REEXPORT,
              name.span(),
              unresolved.module(),
              name.text(),
              unresolved.missing());
      case Lookup.Found found -> throw new IllegalArgumentException("found");
      case Lookup.Predeclared predeclared -> throw new IllegalArgumentException("found");
      case Lookup.Silenced silenced -> throw new IllegalArgumentException("reported already");
    };
  }

  /** A local that is used above its declaration. */
  Diagnostic.Builder declaredBelow(Identifier name, Identifier declaration) {
    return at(NameCode.UNKNOWN_NAME, name.span(), name.text())
        .secondary(declaration.span(), "it is declared only here, below its use");
  }

  private Diagnostic.Builder unknown(Identifier name) {
    Diagnostic.Builder error = at(NameCode.UNKNOWN_NAME, name.span(), name.text());
    String spelling = ForeignSpellings.of(name.text());
    if (spelling != null) {
      return error
          .note("in Pink this is `" + spelling + "`")
          .edit(name.span(), spelling, "write `" + spelling + "`");
    }
    List<String> meant = new ArrayList<>(scope.qualified(name.text()));
    meant.addAll(similar(name.text()));
    suggest(error, name.span(), meant);
    if (qualifiers().contains(name.text())) {
      error.note("`" + name.text() + "` is a module: its names are `" + name.text() + "::name`");
    }
    return error;
  }

  /** A name that a module does not export. */
  Diagnostic.Builder noExport(String module, Identifier name) {
    Diagnostic.Builder error = at(ModuleCode.UNKNOWN_EXPORT, name.span(), module, name.text());
    suggest(error, name.span(), exports.similar(module).to(name.text()));
    return error;
  }

  private Diagnostic.Builder noQualifier(String qualifier, Span span) {
    Diagnostic.Builder error = at(ImportCode.UNKNOWN_QUALIFIER, span, qualifier);
    ImportDeclaration renamed = scope.renamed(qualifier);
    if (renamed != null && renamed.alias() != null) {
      String alias = renamed.alias().text();
      return error
          .secondary(renamed.span(), "`" + moduleOf(renamed) + "` is called `" + alias + "` here")
          .edit(span, alias, "write `" + alias + "`");
    }
    suggest(error, span, similarQualifiers(qualifier));
    return error;
  }

  private Set<String> qualifiers() {
    if (qualifiers == null) {
      qualifiers = scope.qualifiers();
    }
    return qualifiers;
  }

  private List<String> similarQualifiers(String qualifier) {
    if (similarQualifiers == null) {
      similarQualifiers = SimilarNames.among(qualifiers());
    }
    return similarQualifiers.to(qualifier);
  }

  /** The unqualified names that look like one that was not found, best first. */
  List<String> similar(String name) {
    if (unqualified == null) {
      unqualified = SimilarNames.among(scope.names());
    }
    return unqualified.to(name);
  }

  private static void suggest(Diagnostic.Builder error, Span span, List<String> names) {
    if (!names.isEmpty()) {
      error.note(SimilarNames.question(names));
      error.edit(span, names.get(0), "write `" + names.get(0) + "`");
    }
  }

  private Diagnostic.Builder needsImport(String module, String qualifier, Span span) {
    Diagnostic.Builder error = at(ImportCode.IMPORT_NEEDED, span, module);
    addImport(error, module);
    if (!module.equals(qualifier)) {
      error.note("the module's full name is `" + module + "`");
    }
    return error;
  }

  /** Suggests an import after the last one there is. */
  private void addImport(Diagnostic.Builder error, String imported) {
    List<ImportDeclaration> imports = unit.imports();
    if (imports.isEmpty()) {
      error.note("add `import " + imported + ";`");
    } else {
      int end = imports.get(imports.size() - 1).end();
      error.edit(new Span(end, end), "\nimport " + imported + ";", "import `" + imported + "`");
    }
  }

  private Diagnostic.Builder ambiguousQualifier(
      List<ImportDeclaration> imports, String qualifier, Span span) {
    String modules =
        imports.stream().map(NameErrors::moduleOf).collect(Collectors.joining("` or `", "`", "`"));
    Diagnostic.Builder error =
        Diagnostic.of(ImportCode.AMBIGUOUS_QUALIFIER, unit.logicalName(), span, qualifier, modules);
    for (ImportDeclaration declaration : imports) {
      error.secondary(declaration.span(), "`" + moduleOf(declaration) + "` is imported here");
    }
    for (ImportDeclaration declaration : imports) {
      renaming(error, declaration);
    }
    return error.note("give one of them a name of its own with `as`, or write the full name");
  }

  /** Suggests an alias for an import, made of all segments of its module's name. */
  private static void renaming(Diagnostic.Builder error, ImportDeclaration declaration) {
    ModuleName module = declaration.module();
    if (module != null) {
      Span end = new Span(module.end(), module.end());
      String alias = module.text().replace('.', '_');
      error.edit(end, " as " + alias, "call `" + module.text() + "` `" + alias + "`");
    }
  }

  private static String moduleOf(ImportDeclaration declaration) {
    ModuleName module = declaration.module();
    return module == null ? "" : module.text();
  }

  private Diagnostic.Builder ambiguous(Lookup.Ambiguous ambiguous, Identifier name) {
    Diagnostic.Builder error =
        at(ModuleCode.AMBIGUOUS_REEXPORT, name.span(), name.text(), ambiguous.module());
    for (Declared origin : ambiguous.origins()) {
      error.secondary(
          origin.unit().logicalName(), origin.nameSpan(), "`" + origin.symbol().display() + "`");
    }
    return error.note("import the module that declares the one that is meant");
  }

  /** A name that exists but is private to its module. */
  Diagnostic.Builder notExported(Declared declared, Identifier name) {
    Diagnostic.Builder error =
        at(ModuleCode.PRIVATE_NAME, name.span(), name.text(), declared.module());
    error.secondary(
        declared.unit().logicalName(),
        declared.nameSpan(),
        "`" + declared.symbol().display() + "` is declared here");
    int start = declared.declaration().tree().start();
    if (declared.exported()) {
      error.note(
          "the primary unit does not export the partition `:" + declared.unit().partition() + "`");
    } else if (declared.unit().kind().isInterface()) {
      error.edit(
          declared.unit().logicalName(),
          new Span(start, start),
          "export ",
          "export `" + declared.name() + "`");
    }
    return error;
  }

  private Diagnostic.Builder inOtherUnit(Declared declared, Identifier name) {
    Manifest other = declared.unit();
    Diagnostic.Builder error =
        at(ModuleCode.UNIT_NOT_IMPORTED, name.span(), name.text(), other.name().display());
    error.secondary(other.logicalName(), declared.nameSpan(), "declared here");
    addImport(error, other.partition().isEmpty() ? other.module() : ":" + other.partition());
    return error;
  }

  /** A use of a declaration of another unit of the module whose type is inferred. */
  Diagnostic.Builder typeNotWritten(Declared declared, Identifier name) {
    Diagnostic.Builder error =
        at(ModuleCode.TYPE_NOT_WRITTEN, name.span(), declared.symbol().display());
    Span place = declared.nameSpan();
    String what = "write its type after this name";
    if (declared.declaration().tree() instanceof Declaration.Function function
        && function.body() != null) {
      place = new Span(function.body().start(), function.body().start() + 1);
      what = "write its result before this: `-> Type`";
    }
    return error.secondary(declared.unit().logicalName(), place, what);
  }

  /** A name used as a type that is the name of something else. */
  Diagnostic.Builder notAType(Declared declared, TypeTree.Named tree) {
    boolean global = !declared.declaration().kind().isFunction();
    String what = global ? (declared.isConstant() ? "a constant" : "a variable") : "a function";
    return notAType(what, tree)
        .secondary(declared.unit().logicalName(), declared.nameSpan(), "declared here");
  }

  /** A name used as a type that is the name of something else, as {@code what} says. */
  Diagnostic.Builder notAType(String what, TypeTree.Named tree) {
    return at(NameCode.NOT_A_TYPE, tree.span(), tree.name().text(), what);
  }

  private Diagnostic.Builder at(DiagnosticCode code, Span span, String... arguments) {
    return Diagnostic.of(code, unit.logicalName(), span, arguments);
  }
}
