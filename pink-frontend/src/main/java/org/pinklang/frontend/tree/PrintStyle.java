package org.pinklang.frontend.tree;

import org.jspecify.annotations.Nullable;

/** How a printer writes what can be written in several ways. */
public interface PrintStyle {

  /** As the text has it. */
  PrintStyle AS_WRITTEN = new PrintStyle() {};

  /**
   * A name that may be one of a declaration.
   *
   * @param qualifier what stands before {@code ::}
   */
  default String path(@Nullable ModuleName qualifier, Identifier name) {
    return qualifier == null ? name.text() : qualifier.text() + "::" + name.text();
  }

  /** The result of a function type, or null for none; given as the tree has it. */
  default @Nullable TypeTree result(@Nullable TypeTree written) {
    return written;
  }

  /** An integer literal. */
  default String integer(Literal.IntegerLiteral literal) {
    return literal.text();
  }
}
