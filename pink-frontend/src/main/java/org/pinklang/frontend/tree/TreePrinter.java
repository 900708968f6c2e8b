package org.pinklang.frontend.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints trees as Pink text. Parsing the text of a tree that a parser made without errors gives an
 * equal tree, places aside. Pure functions that any thread may call; stack use follows the depth of
 * the tree.
 */
public final class TreePrinter {
  /** What stands for a part that could not be read. */
  static final String MALFORMED = "/* malformed */";

  private final PrintBuffer out = new PrintBuffer();
  private final ExpressionPrinter expressions;

  private TreePrinter() {
    this(PrintStyle.AS_WRITTEN);
  }

  private TreePrinter(PrintStyle style) {
    this.expressions = new ExpressionPrinter(out, style);
  }

  /** The text of a whole unit; ends with a line feed unless it is empty. */
  public static String print(UnitTree unit) {
    TreePrinter printer = new TreePrinter();
    printer.unit(unit);
    return printer.out.toString();
  }

  /** The text of one declaration, without a line feed at its end. */
  public static String print(Declaration declaration) {
    TreePrinter printer = new TreePrinter();
    printer.declaration(declaration);
    return printer.out.toString();
  }

  /** The text of one import. */
  public static String print(ImportDeclaration declaration) {
    TreePrinter printer = new TreePrinter();
    printer.importDeclaration(declaration);
    return printer.out.toString();
  }

  /** The text of one expression. */
  public static String print(Expression expression) {
    TreePrinter printer = new TreePrinter();
    printer.expressions.expression(expression);
    return printer.out.toString();
  }

  /** The text of one expression in a style. */
  public static String print(Expression expression, PrintStyle style) {
    TreePrinter printer = new TreePrinter(style);
    printer.expressions.expression(expression);
    return printer.out.toString();
  }

  /** The text of one type. */
  public static String print(TypeTree type) {
    return print(type, PrintStyle.AS_WRITTEN);
  }

  /** The text of one type in a style. */
  public static String print(TypeTree type, PrintStyle style) {
    TreePrinter printer = new TreePrinter(style);
    printer.expressions.types().type(type);
    return printer.out.toString();
  }

  private void unit(UnitTree unit) {
    if (unit.declaration() != null) {
      unitDeclaration(unit.declaration());
    }
    for (ImportDeclaration declaration : unit.imports()) {
      importDeclaration(declaration);
      out.line();
    }
    boolean first = unit.declaration() == null && unit.imports().isEmpty();
    for (Declaration declaration : unit.declarations()) {
      if (!first) {
        out.line();
      }
      first = false;
      declaration(declaration);
      out.line();
    }
  }

  private void unitDeclaration(UnitDeclaration unit) {
    documentation(unit.documentation());
    boolean module = unit.keyword() == UnitDeclaration.Keyword.MODULE;
    out.put(module ? "module " : "implement ").put(unit.module().text());
    if (unit.partition() != null) {
      out.put(":").put(unit.partition().text());
    }
    out.put(";");
    out.line();
  }

  private void importDeclaration(ImportDeclaration declaration) {
    out.put(declaration.exported() ? "export import " : "import ");
    if (declaration.partition() != null) {
      out.put(":").put(declaration.partition().text());
    }
    if (declaration.module() != null) {
      out.put(declaration.module().text());
    }
    if (declaration.alias() != null) {
      out.put(" as ").put(declaration.alias().text());
    }
    if (declaration.names() != null) {
      out.put(" { ");
      out.list(declaration.names(), name -> out.put(name.text()));
      out.put(" }");
    }
    out.put(";");
  }

  private void documentation(@Nullable Documentation documentation) {
    if (documentation == null) {
      return;
    }
    for (String line : documentation.text().split("\n", -1)) {
      out.put(line.isEmpty() ? "//" : "// ").put(line);
      out.line();
    }
  }

  private void declaration(Declaration declaration) {
    documentation(declaration.documentation());
    out.put(declaration.exported() ? "export " : "");
    switch (declaration) {
      case Declaration.Function function -> function(function);
      case Declaration.Global global -> {
        out.put(ExpressionPrinter.binding(global.kind())).put(global.name().text());
        expressions.value(global.type(), global.initializer());
      }
      case Declaration.Struct struct -> {
        out.put(struct.opaque() ? "opaque struct " : "struct ").put(struct.name().text());
        members(struct.fields());
      }
      case Declaration.Union union -> {
        out.put("union ").put(union.name().text());
        members(union.alternatives());
      }
      case Declaration.Extern extern -> extern(extern);
      case Declaration.Malformed malformed -> out.put(MALFORMED);
    }
  }

  private void function(Declaration.Function function) {
    out.put(function.inline() ? "inline fn " : "fn ").put(function.name().text()).put("(");
    out.list(function.parameters(), this::parameter);
    out.put(")");
    expressions.types().result(function.result());
    if (function.body() == null) {
      out.put(";");
    } else {
      out.put(" ");
      expressions.block(function.body());
    }
  }

  private void extern(Declaration.Extern extern) {
    out.put("extern fn ").put(extern.name().text()).put("(");
    out.list(extern.parameters(), this::parameter);
    out.put(extern.variadic() ? ", ...)" : ")");
    expressions.types().result(extern.result());
    out.put(";");
  }

  private void parameter(Declaration.Parameter parameter) {
    out.put(parameter.name().text());
    expressions.types().written(parameter.type());
  }

  private void members(List<? extends Node> members) {
    if (members.isEmpty()) {
      out.put(" {}");
      return;
    }
    out.put(" {");
    out.line();
    out.indent();
    for (Node member : members) {
      member(member);
      out.put(",");
      out.line();
    }
    out.outdent();
    out.put("}");
  }

  private void member(Node member) {
    switch (member) {
      case Declaration.Field field -> {
        documentation(field.documentation());
        out.put(field.name().text());
        expressions.types().written(field.type());
      }
      case Declaration.Alternative alternative -> {
        documentation(alternative.documentation());
        out.put(alternative.name().text());
        expressions.types().written(alternative.type());
      }
      default -> throw new IllegalArgumentException("no member of a type: " + member);
    }
  }
}
