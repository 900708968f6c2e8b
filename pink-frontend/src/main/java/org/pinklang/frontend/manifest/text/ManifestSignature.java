package org.pinklang.frontend.manifest.text;

import org.pinklang.frontend.manifest.ManifestDeclaration;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.TreePrinter;

/**
 * The text of a declaration as a manifest shows it, without what stands before its keywords: no
 * documentation, no {@code export}.
 */
public final class ManifestSignature {

  private ManifestSignature() {}

  /** The text of a declaration of a manifest; it ends with a semicolon or a brace. */
  public static String of(ManifestDeclaration declaration) {
    return of(declaration.tree(), declaration.nameOnly());
  }

  static String of(Declaration tree, boolean nameOnly) {
    return switch (tree) {
      case Declaration.Function function -> function(function, nameOnly);
      case Declaration.Global global ->
          global.kind() == BindingKind.CONST
              ? TreePrinter.print(withoutMarks(global))
              : variable(global);
      case Declaration.Struct struct ->
          withholdsFields(struct)
              ? "opaque struct " + struct.name().text() + ";"
              : TreePrinter.print(
                  new Declaration.Struct(
                      null, false, struct.opaque(), struct.name(), struct.fields(), 0, 0));
      case Declaration.Union union ->
          TreePrinter.print(
              new Declaration.Union(null, false, union.name(), union.alternatives(), 0, 0));
      case Declaration.Extern extern ->
          TreePrinter.print(
              new Declaration.Extern(
                  null,
                  false,
                  extern.name(),
                  extern.parameters(),
                  extern.variadic(),
                  extern.result(),
                  0,
                  0));
      case Declaration.Malformed malformed ->
          throw new IllegalArgumentException("a malformed declaration has no signature");
    };
  }

  /** Whether a struct is one of a manifest that does not say the fields. */
  private static boolean withholdsFields(Declaration.Struct struct) {
    return struct.opaque()
        && struct.fields().size() == 1
        && struct.fields().get(0).name().text().isEmpty();
  }

  private static String function(Declaration.Function function, boolean nameOnly) {
    if (nameOnly) {
      return (function.inline() ? "inline fn " : "fn ") + function.name().text() + ";";
    }
    return TreePrinter.print(
        new Declaration.Function(
            null,
            false,
            function.inline(),
            function.name(),
            function.parameters(),
            function.result(),
            null,
            0,
            0));
  }

  private static String variable(Declaration.Global variable) {
    String type = variable.type() == null ? "" : ": " + TreePrinter.print(variable.type());
    return "var " + variable.name().text() + type + ";";
  }

  private static Declaration.Global withoutMarks(Declaration.Global constant) {
    return new Declaration.Global(
        null,
        false,
        constant.kind(),
        constant.name(),
        constant.type(),
        constant.initializer(),
        0,
        0);
  }
}
