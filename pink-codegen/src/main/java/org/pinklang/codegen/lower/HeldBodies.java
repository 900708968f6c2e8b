package org.pinklang.codegen.lower;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.HeldBody;
import org.pinklang.frontend.typed.TypedChildren;
import org.pinklang.frontend.typed.TypedExpression;

/** The bodies of other units that a unit holds, and what names them. For one thread. */
final class HeldBodies {
  private final Map<SymbolId, HeldBody> bodies = new LinkedHashMap<>();
  private final Map<SymbolId, Set<SymbolId>> namedByBodies = new HashMap<>();

  HeldBodies(CheckedUnit unit) {
    unit.held().forEach(body -> bodies.put(body.function().symbol(), body));
  }

  /**
   * The bodies that functions of the unit name, directly or through others, in the unit's order.
   */
  List<HeldBody> reachedFrom(List<CheckedFunction> functions) {
    if (bodies.isEmpty()) {
      return List.of();
    }
    Set<SymbolId> reached = new HashSet<>();
    Deque<SymbolId> open = new ArrayDeque<>();
    functions.forEach(function -> visitNames(function.body(), open::push));
    while (!open.isEmpty()) {
      SymbolId symbol = open.pop();
      if (bodies.containsKey(symbol) && reached.add(symbol)) {
        namedBy(symbol).forEach(open::push);
      }
    }
    return bodies.values().stream()
        .filter(body -> reached.contains(body.function().symbol()))
        .toList();
  }

  /** The functions and globals that a body names. */
  Set<SymbolId> namedBy(SymbolId function) {
    HeldBody body = bodies.get(function);
    return body == null
        ? Set.of()
        : namedByBodies.computeIfAbsent(
            function,
            symbol -> {
              Set<SymbolId> names = new LinkedHashSet<>();
              visitNames(body.function().body(), names::add);
              return names;
            });
  }

  private static void visitNames(TypedExpression body, Consumer<SymbolId> visitor) {
    Deque<TypedExpression> open = new ArrayDeque<>();
    open.push(body);
    while (!open.isEmpty()) {
      TypedExpression expression = open.pop();
      switch (expression) {
        case TypedExpression.FunctionReference named -> visitor.accept(named.symbol());
        case TypedExpression.GlobalPlace place -> visitor.accept(place.symbol());
        case TypedExpression.Constant constant -> visitNames(constant.value(), visitor);
        default -> TypedChildren.visit(expression, open::push);
      }
    }
  }

  /** What of other values a constant names; those of aggregates are no constants of bodies. */
  private static void visitNames(ConstantValue value, Consumer<SymbolId> visitor) {
    switch (value) {
      case ConstantValue.FunctionConstant named -> visitor.accept(named.function().symbol());
      case ConstantValue.AddressConstant address -> visitor.accept(address.global());
      case ConstantValue.SliceConstant slice -> visitNames(slice.pointer(), visitor);
      default -> {}
    }
  }
}
