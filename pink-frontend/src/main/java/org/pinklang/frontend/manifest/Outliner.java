package org.pinklang.frontend.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Identifier;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.UnitDeclaration;
import org.pinklang.frontend.tree.UnitTree;

/**
 * Makes the manifest of a unit from its tree alone, and reports what is wrong with the unit
 * whatever others hold. Never enters the body of a function, so that a tree whose bodies were
 * skipped gives an equal result. Needs little stack: it goes as deep as types and constants are
 * nested.
 */
public final class Outliner {

  private Outliner() {}

  /** The outline of a unit. */
  public static OutlineResult outline(SourceText text, UnitTree tree) {
    return outline(text, tree, () -> {});
  }

  /**
   * The outline of a unit, with a chance to stop.
   *
   * @param checkpoint called before each top-level declaration; what it throws is passed on
   */
  public static OutlineResult outline(SourceText text, UnitTree tree, Runnable checkpoint) {
    UnitKind kind = kind(tree.declaration());
    List<Declaration> named = distinct(tree.declarations());
    Set<String> needed =
        ExportNeeds.of(new Qualifiers(moduleName(tree.declaration()), tree.imports()), named);
    List<ManifestDeclaration> declarations = new ArrayList<>();
    for (Declaration declaration : named) {
      checkpoint.run();
      declarations.add(outline(declaration, visibility(declaration, kind, needed)));
    }
    Manifest manifest =
        new Manifest(
            kind,
            new UnitName(moduleName(tree.declaration()), partitionName(tree.declaration())),
            text.logicalName(),
            documentation(tree.declaration()),
            tree.imports(),
            Manifest.Declarations.of(declarations),
            new TextSource(text));
    return new OutlineResult(manifest, errors(text, manifest, tree.declarations()));
  }

  /**
   * What is wrong with the imports and declarations of a text whatever other units hold; sorted.
   *
   * @param text what all places are in
   * @param manifest of the text, with the logical name that the diagnostics are given
   * @param declarations all of the text, also those of a name that is declared twice
   */
  public static List<Diagnostic> errors(
      SourceText text, Manifest manifest, List<Declaration> declarations) {
    Set<Diagnostic> found = new HashSet<>();
    new ImportOutline(text, manifest, manifest.imports(), found::add).check();
    new DeclarationOutline(text, manifest, declarations, found::add).check();
    return found.isEmpty() ? List.of() : found.stream().sorted().toList();
  }

  private static UnitKind kind(@Nullable UnitDeclaration declaration) {
    if (declaration == null) {
      return UnitKind.PROGRAM;
    }
    boolean partition = declaration.partition() != null;
    return switch (declaration.keyword()) {
      case MODULE -> partition ? UnitKind.INTERFACE_PARTITION : UnitKind.PRIMARY_INTERFACE;
      case IMPLEMENT -> partition ? UnitKind.INTERNAL_PARTITION : UnitKind.IMPLEMENTATION;
    };
  }

  private static String moduleName(@Nullable UnitDeclaration declaration) {
    return declaration == null ? "" : declaration.module().text();
  }

  private static String partitionName(@Nullable UnitDeclaration declaration) {
    return declaration == null || declaration.partition() == null
        ? ""
        : declaration.partition().text();
  }

  private static String documentation(@Nullable UnitDeclaration declaration) {
    return declaration == null || declaration.documentation() == null
        ? ""
        : declaration.documentation().text();
  }

  /** The declarations that have a name of their own; of a name declared twice the first. */
  private static List<Declaration> distinct(List<Declaration> declarations) {
    Set<String> names = new HashSet<>();
    List<Declaration> distinct = new ArrayList<>();
    for (Declaration declaration : declarations) {
      Identifier name = declaration.name();
      if (name != null && !name.isDiscard() && names.add(name.text())) {
        distinct.add(declaration);
      }
    }
    return distinct;
  }

  private static Visibility visibility(Declaration declaration, UnitKind kind, Set<String> needed) {
    Identifier name = declaration.name();
    if (declaration.exported() && kind.isInterface()) {
      return Visibility.EXPORTED;
    }
    return name != null && kind.isInterface() && needed.contains(name.text())
        ? Visibility.UNNAMEABLE
        : Visibility.MODULE;
  }

  private static ManifestDeclaration outline(Declaration declaration, Visibility visibility) {
    return switch (declaration) {
      case Declaration.Function function -> outline(function, visibility);
      case Declaration.Global global -> outline(global, visibility);
      case Declaration.Struct struct -> ManifestDeclaration.of(struct, visibility, true, false);
      case Declaration.Union union -> ManifestDeclaration.of(union, visibility, true, false);
      case Declaration.Extern extern -> ManifestDeclaration.of(extern, visibility, true, false);
      case Declaration.Malformed malformed ->
          throw new IllegalArgumentException("a malformed declaration has no outline");
    };
  }

  private static ManifestDeclaration outline(Declaration.Function function, Visibility visibility) {
    boolean defined = function.body() != null;
    boolean nameOnly = !function.exported() && function.result() == null && defined;
    Expression.Block body =
        function.body() == null
            ? null
            : new Expression.Block(List.of(), function.body().start(), function.body().start());
    Declaration tree =
        new Declaration.Function(
            function.documentation(),
            function.exported(),
            function.inline(),
            function.name(),
            nameOnly ? List.of() : function.parameters(),
            function.result(),
            body,
            function.start(),
            function.end());
    return ManifestDeclaration.of(tree, visibility, defined, nameOnly);
  }

  private static ManifestDeclaration outline(Declaration.Global global, Visibility visibility) {
    if (global.kind() == BindingKind.CONST) {
      return ManifestDeclaration.of(global, visibility, true, false);
    }
    Declaration tree =
        new Declaration.Global(
            global.documentation(),
            global.exported(),
            BindingKind.VAR,
            global.name(),
            global.type(),
            new Literal.NilLiteral(global.end(), global.end()),
            global.start(),
            global.end());
    return ManifestDeclaration.of(
        tree, visibility, true, !global.exported() && global.type() == null);
  }
}
