package org.pinklang.frontend.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Documentation;
import org.pinklang.frontend.tree.Expression;
import org.pinklang.frontend.tree.Literal;
import org.pinklang.frontend.tree.TreePrinter;
import org.pinklang.frontend.tree.TypeTree;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** Declarations on one line, as lists and tips show them. */
final class DeclarationText {
  private DeclarationText() {}

  /**
   * A declaration without what it holds.
   *
   * @param type that of the function or global, which stands in for what is not written; null where
   *     it is not known
   */
  static String of(Declaration declaration, @Nullable PinkType type) {
    return switch (declaration) {
      case Declaration.Function function -> function(function, type);
      case Declaration.Extern extern ->
          "extern fn "
              + extern.name().text()
              + parameters(extern.parameters(), extern.variadic())
              + arrow(extern.result());
      case Declaration.Global global -> global(global, type);
      case Declaration.Struct struct ->
          (struct.opaque() ? "opaque struct " : "struct ") + struct.name().text();
      case Declaration.Union union -> "union " + union.name().text();
      case Declaration.Malformed malformed -> "";
    };
  }

  /** A declaration of which nothing but the name is known. */
  static String nameOnly(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Function function -> "fn " + function.name().text();
      case Declaration.Global global -> "var " + global.name().text();
      default -> of(declaration, null);
    };
  }

  static String of(Declaration.Field field) {
    return field.name().text() + colon(field.type());
  }

  static String of(Declaration.Alternative alternative) {
    return alternative.name().text() + colon(alternative.type());
  }

  static String text(@Nullable Documentation documentation) {
    return documentation == null ? "" : documentation.text();
  }

  private static String function(Declaration.Function function, @Nullable PinkType type) {
    String result = arrow(function.result());
    if (function.result() == null
        && type instanceof PinkType.Function known
        && known.result() != Scalar.NIL
        && known.result() != PinkType.Erroneous.ERRONEOUS) {
      result = " -> " + known.result().display();
    }
    return (function.inline() ? "inline fn " : "fn ")
        + function.name().text()
        + parameters(function.parameters(), false)
        + result;
  }

  private static String parameters(List<Declaration.Parameter> parameters, boolean variadic) {
    StringBuilder text = new StringBuilder("(");
    for (Declaration.Parameter parameter : parameters) {
      text.append(text.length() > 1 ? ", " : "")
          .append(parameter.name().text())
          .append(colon(parameter.type()));
    }
    return text.append(variadic ? ", ...)" : ")").toString();
  }

  private static String arrow(@Nullable TypeTree result) {
    return result == null || result instanceof TypeTree.Malformed
        ? ""
        : " -> " + TreePrinter.print(result);
  }

  private static String colon(@Nullable TypeTree type) {
    return type == null || type instanceof TypeTree.Malformed ? "" : ": " + TreePrinter.print(type);
  }

  private static String global(Declaration.Global global, @Nullable PinkType type) {
    boolean constant = global.kind() == BindingKind.CONST;
    TypeTree written = global.type();
    String shown = colon(written);
    if (written == null && type != null && type != PinkType.Erroneous.ERRONEOUS) {
      shown = ": " + type.display();
    }
    return (constant ? "const " : "var ")
        + global.name().text()
        + shown
        + (constant ? value(global.initializer()) : "");
  }

  /** A value that is short whatever it is. */
  private static String value(Expression initializer) {
    boolean shown =
        initializer instanceof Literal && !(initializer instanceof Literal.StringLiteral);
    return shown ? " := " + TreePrinter.print(initializer) : "";
  }
}
