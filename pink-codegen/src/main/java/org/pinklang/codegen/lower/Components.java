package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.HeldBody;

/**
 * The parts of a unit that name nothing of each other, directly or through others. Optimising one
 * without the rest gives what optimising all at once gives: no pass that Pink runs relates
 * functions and globals that are not connected.
 */
final class Components {
  private final CheckedUnit unit;
  private final OptimizationLevel level;
  private final UnitScope scope;
  private final Map<SymbolId, Integer> numbers = new HashMap<>();
  private final HeldBodies held;
  private final int[] parents;

  private Components(CheckedUnit unit, OptimizationLevel level, UnitScope scope) {
    this.unit = unit;
    this.level = level;
    this.scope = scope;
    this.held = new HeldBodies(unit);
    for (CheckedFunction function : unit.functions()) {
      numbers.put(function.symbol(), numbers.size());
    }
    for (CheckedGlobal global : unit.globals()) {
      numbers.put(global.symbol(), numbers.size());
    }
    parents = new int[numbers.size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
    }
  }

  /** The parts, in the order of what comes first in them, functions before globals. */
  static List<UnitPart> of(CheckedUnit unit, CodegenOptions options) {
    UnitScope scope = new UnitScope(unit, options, false);
    Components components = new Components(unit, options.level(), scope);
    components.connect();
    return components.parts();
  }

  /** Lowers everything by itself, to see what it names: what is constant is not named but known. */
  private void connect() {
    for (CheckedFunction function : unit.functions()) {
      FunctionDefinitions definitions = new FunctionDefinitions(new ModuleScope(scope), level);
      definitions.declare(List.of(function));
      definitions.define();
      connect(function.symbol(), scope.takeNamed());
      for (HeldBody body : held.reachedFrom(List.of(function))) {
        connect(function.symbol(), held.namedBy(body.function().symbol()));
      }
    }
    for (CheckedGlobal global : unit.globals()) {
      new GlobalDefinitions(new ModuleScope(scope)).define(List.of(global));
      connect(global.symbol(), scope.takeNamed());
    }
  }

  private void connect(SymbolId by, Set<SymbolId> named) {
    int from = numbers.getOrDefault(by, 0);
    for (SymbolId symbol : named) {
      Integer to = numbers.get(symbol);
      if (to != null) {
        // The first in the unit represents a component.
        int one = root(from);
        int other = root(to);
        parents[Math.max(one, other)] = Math.min(one, other);
      }
    }
  }

  private int root(int number) {
    int at = number;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private List<UnitPart> parts() {
    Map<Integer, UnitPart> parts = new LinkedHashMap<>();
    for (CheckedFunction function : unit.functions()) {
      UnitPart part = part(parts, function.symbol(), function.symbol().equals(unit.main()));
      part.functions().add(function);
    }
    for (CheckedGlobal global : unit.globals()) {
      part(parts, global.symbol(), false).globals().add(global);
    }
    return List.copyOf(parts.values());
  }

  private UnitPart part(Map<Integer, UnitPart> parts, SymbolId symbol, boolean isEntry) {
    int root = root(numbers.getOrDefault(symbol, 0));
    UnitPart known = parts.get(root);
    if (known == null || isEntry) {
      known =
          known == null
              ? new UnitPart(new ArrayList<>(), new ArrayList<>(), isEntry)
              : new UnitPart(known.functions(), known.globals(), true);
      parts.put(root, known);
    }
    return known;
  }
}
