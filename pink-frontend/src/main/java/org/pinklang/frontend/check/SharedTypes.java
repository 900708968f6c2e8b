package org.pinklang.frontend.check;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;

/**
 * What structs and unions hold, kept once for all units of a build that need their layouts. Safe
 * for any number of threads.
 */
final class SharedTypes {
  private final Map<SymbolId, TypeDefinition> definitions = new ConcurrentHashMap<>();
  private final Set<SymbolId> closed = ConcurrentHashMap.newKeySet();

  @Nullable TypeDefinition find(SymbolId symbol) {
    return definitions.get(symbol);
  }

  void add(SymbolId symbol, TypeDefinition definition) {
    definitions.put(symbol, definition);
  }

  /** Notes that everything these types hold by value, directly or not, has been added. */
  void close(Collection<SymbolId> symbols) {
    closed.addAll(symbols);
  }

  boolean isClosed(SymbolId symbol) {
    return closed.contains(symbol);
  }
}
