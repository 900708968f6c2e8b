package org.pinklang.frontend.tree;

import org.pinklang.frontend.source.Span;

/** A node of the syntax tree. */
public sealed interface Node
    permits UnitTree,
        UnitDeclaration,
        ImportDeclaration,
        ModuleName,
        Identifier,
        Documentation,
        Declaration,
        Declaration.Parameter,
        Declaration.Field,
        Declaration.Alternative,
        Term,
        Expression,
        Expression.OperatorStep,
        Expression.FieldValue,
        Expression.Branch,
        Expression.Arm,
        Suffix,
        TypeTree {

  /** Offset of the first byte. */
  int start();

  /** Offset after the last byte. */
  int end();

  /** Both offsets. */
  default Span span() {
    return new Span(start(), end());
  }
}
