package org.pinklang.frontend.typed;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;

/** Says what structs and unions hold. Safe for any number of threads. */
@FunctionalInterface
public interface TypeDefinitions {

  /** What a struct or union holds; null for one that nothing needs the layout of. */
  @Nullable TypeDefinition get(SymbolId symbol);

  /**
   * Whether the unit itself needs the layout of a struct or union, which is part of what it has
   * read then. Of others {@link #get} may or may not know what they hold.
   */
  default boolean isNeeded(SymbolId symbol) {
    return get(symbol) != null;
  }
}
