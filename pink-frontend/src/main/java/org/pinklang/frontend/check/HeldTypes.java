package org.pinklang.frontend.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.TypeDefinitions;

/**
 * Collects what structs and unions hold, by value and through any number of others, for one unit.
 * Those of other units are collected once for the whole build, so that a chain of them costs no
 * unit more than its own part. For one thread.
 */
final class HeldTypes {
  private final FactReader facts;
  private final SharedTypes shared;
  private final Map<SymbolId, TypeDefinition> own = new HashMap<>();
  private final Set<SymbolId> roots = new HashSet<>();
  private final Set<SymbolId> visited = new HashSet<>();
  private final Deque<SymbolId> waiting = new ArrayDeque<>();

  HeldTypes(FactReader facts, SharedTypes shared) {
    this.facts = facts;
    this.shared = shared;
  }

  /** Adds what a value of a type holds. */
  void add(PinkType type) {
    push(TypeParts.heldByValue(type), waiting);
    while (!waiting.isEmpty()) {
      SymbolId symbol = waiting.pop();
      if (isOwn(symbol)) {
        addOwn(symbol);
      } else if (roots.add(symbol) && facts.definition(symbol) != null) {
        addForeign(symbol);
      }
    }
  }

  private static void push(Set<PinkType.Nominal> types, Deque<SymbolId> onto) {
    types.forEach(type -> onto.push(type.symbol()));
  }

  private boolean isOwn(SymbolId symbol) {
    Declared declared = facts.find(symbol);
    return declared != null && facts.isOwn(declared);
  }

  private void addOwn(SymbolId symbol) {
    TypeDefinition definition = visited.add(symbol) ? facts.definition(symbol) : null;
    if (definition != null) {
      own.put(symbol, definition);
      push(TypeParts.heldByValue(definition), waiting);
    }
  }

  private void addForeign(SymbolId root) {
    boolean complete = true;
    Set<SymbolId> added = new HashSet<>();
    Deque<SymbolId> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      SymbolId symbol = open.pop();
      if (isOwn(symbol)) {
        // Others have to look up this unit's types themselves, and what holds them again.
        complete = false;
        waiting.push(symbol);
      } else if (!shared.isClosed(symbol) && !added.contains(symbol)) {
        TypeDefinition definition = visited.add(symbol) ? facts.heldDefinition(symbol) : null;
        complete &= definition != null;
        if (definition != null) {
          shared.add(symbol, definition);
          added.add(symbol);
          push(TypeParts.heldByValue(definition), open);
        }
      }
    }
    if (complete) {
      shared.close(added);
    }
  }

  /** What was collected. */
  TypeDefinitions definitions() {
    return new CollectedTypes(own, roots, shared);
  }
}
