package org.pinklang.frontend.typed;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;

/** Says what structs and unions hold. Safe for any number of threads. */
@FunctionalInterface
public interface TypeDefinitions {

  /** What a struct or union holds; null for one that nothing needs the layout of. */
  @Nullable TypeDefinition get(SymbolId symbol);
}
