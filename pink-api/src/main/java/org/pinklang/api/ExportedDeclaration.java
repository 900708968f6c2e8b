package org.pinklang.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.DeclarationHashes;
import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.manifest.text.ManifestSignature;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.TreePrinter;
import org.pinklang.frontend.tree.TypeTree;

/**
 * One declaration that a unit exports. Immutable.
 *
 * @param name the declared name
 * @param kind what is declared
 * @param text the declaration in Pink with its types as written: {@code fn dot(a: Vector, b:
 *     Vector) -> Float;}, {@code var count: Integer;}, a struct with its fields, a constant with
 *     its expression
 * @param type the type of a variable or constant, the type of a function as a value; empty for a
 *     struct or union, and for a constant whose type its unit does not write
 * @param documentation the comment before it; empty for none
 * @param signatureHash 64 hexadecimal digits that change when what a use of the name needs does
 * @param layoutHash 64 hexadecimal digits that change when its fields or its value do, or those of
 *     a declaration of the same unit that it holds by value or reads
 */
public record ExportedDeclaration(
    String name,
    Kind kind,
    String text,
    String type,
    String documentation,
    String signatureHash,
    String layoutHash) {

  /** What can be exported. */
  public enum Kind {
    /** A function written in Pink. */
    FUNCTION,
    /** A C function. */
    EXTERN,
    /** A global that can be assigned. */
    VARIABLE,
    /** A constant. */
    CONSTANT,
    /** A struct. */
    STRUCT,
    /** A tagged union. */
    UNION
  }

  static ExportedDeclaration of(ManifestDeclaration declaration, DeclarationHashes hashes) {
    Declaration tree = declaration.tree();
    Documentation comment = tree.documentation();
    return new ExportedDeclaration(
        declaration.name(),
        Kind.valueOf(declaration.kind().name()),
        ManifestSignature.of(declaration),
        type(tree),
        comment == null ? "" : comment.text(),
        hashes.signature().hex(),
        hashes.layout().hex());
  }

  private static String type(Declaration tree) {
    return switch (tree) {
      case Declaration.Function function -> type(function.parameters(), function.result());
      case Declaration.Extern extern -> type(extern.parameters(), extern.result());
      case Declaration.Global global when global.type() != null -> TreePrinter.print(global.type());
      default -> "";
    };
  }

  private static String type(List<Declaration.Parameter> parameters, @Nullable TypeTree result) {
    List<TypeTree> types = parameters.stream().map(Declaration.Parameter::type).toList();
    return TreePrinter.print(new TypeTree.Function(types, result, 0, 0));
  }
}
