package org.pinklang.frontend.check;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.TypeDefinitions;

/**
 * What one unit needs to know of structs and unions: its own, and those of others among what the
 * build shares. A value: equal to another that says the same of the same types.
 */
final class CollectedTypes implements TypeDefinitions {
  private final Map<SymbolId, TypeDefinition> own;
  private final Set<SymbolId> others;
  private final SharedTypes shared;

  /** Computed when it is first asked for; threads that race compute the same. */
  private volatile @Nullable SortedMap<SymbolId, TypeDefinition> all;

  /**
   * What was collected for a unit.
   *
   * @param others types of other units, which stand for everything they hold
   */
  CollectedTypes(Map<SymbolId, TypeDefinition> own, Set<SymbolId> others, SharedTypes shared) {
    this.own = Map.copyOf(own);
    this.others = Set.copyOf(others);
    this.shared = shared;
  }

  @Override
  public @Nullable TypeDefinition get(SymbolId symbol) {
    TypeDefinition definition = own.get(symbol);
    return definition == null ? shared.find(symbol) : definition;
  }

  @Override
  public boolean isNeeded(SymbolId symbol) {
    return all().containsKey(symbol);
  }

  private SortedMap<SymbolId, TypeDefinition> all() {
    SortedMap<SymbolId, TypeDefinition> known = all;
    if (known == null) {
      known = collect();
      all = known;
    }
    return known;
  }

  private SortedMap<SymbolId, TypeDefinition> collect() {
    SortedMap<SymbolId, TypeDefinition> all = new TreeMap<>();
    Deque<SymbolId> waiting = new ArrayDeque<>();
    waiting.addAll(own.keySet());
    waiting.addAll(others);
    while (!waiting.isEmpty()) {
      SymbolId symbol = waiting.pop();
      TypeDefinition definition = get(symbol);
      if (definition != null && all.putIfAbsent(symbol, definition) == null) {
        waiting.addAll(symbols(TypeParts.heldByValue(definition)));
      }
    }
    return all;
  }

  private static Collection<SymbolId> symbols(Set<PinkType.Nominal> types) {
    return types.stream().map(PinkType.Nominal::symbol).toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CollectedTypes types && all().equals(types.all());
  }

  @Override
  public int hashCode() {
    return all().hashCode();
  }

  @Override
  public String toString() {
    return all().toString();
  }
}
