package org.pinklang.frontend.tree;

import org.jspecify.annotations.Nullable;

/** Prints types, names and qualifiers. */
final class TypePrinter {
  private final PrintBuffer out;
  private final ExpressionPrinter expressions;
  private final PrintStyle style;

  TypePrinter(PrintBuffer out, ExpressionPrinter expressions, PrintStyle style) {
    this.out = out;
    this.style = style;
    this.expressions = expressions;
  }

  void type(TypeTree type) {
    switch (type) {
      case TypeTree.Named named -> path(named.qualifier(), named.name());
      case TypeTree.Pointer pointer -> {
        out.put(
            switch (pointer.kind()) {
              case PLAIN -> "*";
              case NULLABLE -> "*?";
              case SLICE -> "*[]";
            });
        type(pointer.target());
      }
      case TypeTree.Tuple tuple -> {
        out.put("(");
        out.list(tuple.elements(), this::type);
        out.put(")");
      }
      case TypeTree.Array array -> {
        out.put("[");
        type(array.element());
        out.put("; ");
        expressions.expression(array.length());
        out.put("]");
      }
      case TypeTree.Function function -> {
        out.put("fn(");
        out.list(function.parameters(), this::type);
        out.put(")");
        result(style.result(function.result()));
      }
      case TypeTree.Malformed malformed -> out.put(TreePrinter.MALFORMED);
    }
  }

  /** The arrow and the type, or nothing. */
  void result(@Nullable TypeTree result) {
    if (result != null) {
      out.put(" -> ");
      type(result);
    }
  }

  /** The colon and the type, or nothing. */
  void written(@Nullable TypeTree type) {
    if (type != null) {
      out.put(": ");
      type(type);
    }
  }

  void path(@Nullable ModuleName qualifier, Identifier name) {
    out.put(style.path(qualifier, name));
  }
}
