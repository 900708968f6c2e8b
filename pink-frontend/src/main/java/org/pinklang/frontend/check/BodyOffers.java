package org.pinklang.frontend.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.OfferedFunction;
import org.pinklang.frontend.typed.TypedChildren;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * Decides which bodies of a checked unit are offered to importers: those of exported functions that
 * are small or marked {@code inline}, and name nothing that importers cannot reach. Needs no stack
 * for what is nested.
 */
final class BodyOffers {
  /** Bodies of more expressions are offered only where that is asked for. */
  private static final int MAX_NODES = 40;

  /** Deeper ones never are: importers need as much stack for them as their own unit. */
  private static final int MAX_DEPTH = 10_000;

  private final FactReader facts;
  private final CheckedUnit unit;
  private final Map<SymbolId, ConstantValue> own = new TreeMap<>();
  private final Deque<TypedExpression> uncounted = new ArrayDeque<>();
  private final Consumer<TypedExpression> count = uncounted::push;

  BodyOffers(FactReader facts, CheckedUnit unit) {
    this.facts = facts;
    this.unit = unit;
    for (CheckedGlobal global : unit.globals()) {
      if (global.constant()) {
        own.put(global.symbol(), global.value());
      }
    }
  }

  /**
   * The functions to offer, in the unit's order; what cannot be offered though asked is warned of.
   */
  List<OfferedFunction> find() {
    List<OfferedFunction> offered = new ArrayList<>();
    if (facts.own().kind().isInterface()) {
      for (CheckedFunction function : unit.functions()) {
        Declared declared = facts.find(function.symbol());
        if (declared != null && declared.exported()) {
          consider(function, offered);
        }
      }
    }
    return offered;
  }

  private void consider(CheckedFunction function, List<OfferedFunction> offered) {
    if (!function.inline() && !isSmall(function)) {
      return;
    }
    Body body = new Body(function);
    String obstacle = body.obstacle();
    if (obstacle == null) {
      offered.add(new OfferedFunction(function, body.constants));
    } else if (function.inline()) {
      String name = function.symbol().name();
      Span place = new Span(function.offset(), function.offset() + name.length());
      String file = facts.own().logicalName();
      facts.report(Diagnostic.of(ModuleCode.NOT_OFFERED, file, place, name, obstacle).build());
    }
  }

  private boolean isSmall(CheckedFunction function) {
    int nodes = 0;
    uncounted.push(function.body());
    while (!uncounted.isEmpty() && nodes <= MAX_NODES) {
      nodes++;
      TypedChildren.visit(uncounted.pop(), count);
    }
    uncounted.clear();
    return nodes <= MAX_NODES;
  }

  /** One body and what keeps it from being offered. */
  private final class Body {
    private final CheckedFunction function;
    private final Deque<Nested> waiting = new ArrayDeque<>();
    private final Map<SymbolId, ConstantValue> constants = new TreeMap<>();
    private final Set<SymbolId> addressed = new HashSet<>();
    private final Set<PinkType> seen = new HashSet<>();
    private @Nullable String obstacle;

    private record Nested(TypedExpression expression, int depth, boolean isAddressed) {}

    Body(CheckedFunction function) {
      this.function = function;
    }

    private void pushChildren(Nested nested) {
      boolean isAddressed = nested.expression() instanceof TypedExpression.AddressOf;
      TypedChildren.visit(
          nested.expression(),
          child -> waiting.push(new Nested(child, nested.depth() + 1, isAddressed)));
    }

    /** What of the body importers cannot reach, in words; null for nothing. */
    @Nullable String obstacle() {
      type(function.type());
      function.type().parameters().forEach(this::value);
      value(function.type().result());
      for (Local local : function.locals()) {
        value(local.type());
      }
      waiting.push(new Nested(function.body(), 1, false));
      while (!waiting.isEmpty() && obstacle == null) {
        Nested nested = waiting.pop();
        if (nested.depth() > MAX_DEPTH) {
          obstacle = "expressions nested too deeply";
        }
        expression(nested);
        pushChildren(nested);
      }
      return obstacle;
    }

    private void expression(Nested nested) {
      TypedExpression expression = nested.expression();
      value(expression.type());
      switch (expression) {
        case TypedExpression.FunctionReference reference -> function(reference);
        case TypedExpression.GlobalPlace place -> global(place, nested.isAddressed());
        case TypedExpression.Constant constant -> constant(constant.value());
        case TypedExpression.SliceOf slice -> value(slice.type().element());
        default -> {}
      }
    }

    private void function(TypedExpression.FunctionReference reference) {
      // A C function is known everywhere by its plain name.
      if (!reference.external()) {
        reach(reference.symbol());
      }
    }

    private void global(TypedExpression.GlobalPlace place, boolean isAddressed) {
      SymbolId symbol = place.symbol();
      if (isAddressed) {
        constants.remove(symbol);
        addressed.add(symbol);
      }
      ConstantValue value =
          place.constant() && !addressed.contains(symbol) ? valueOf(symbol) : null;
      if (value == null || isAggregate(value.type())) {
        reach(symbol);
      } else if (constants.put(symbol, value) == null) {
        constant(value);
      }
    }

    private @Nullable ConstantValue valueOf(SymbolId symbol) {
      ConstantValue value = own.get(symbol);
      return value == null ? unit.constants().get(symbol) : value;
    }

    private static boolean isAggregate(PinkType type) {
      return type instanceof PinkType.Nominal
          || type instanceof PinkType.Tuple
          || type instanceof PinkType.Array;
    }

    private void constant(ConstantValue value) {
      switch (value) {
        case ConstantValue.FunctionConstant named -> function(named.function());
        case ConstantValue.AddressConstant address -> {
          reach(address.global());
          value(address.globalType());
        }
        case ConstantValue.SliceConstant slice -> constant(slice.pointer());
        case ConstantValue.AggregateConstant aggregate -> aggregate(aggregate.type());
        case ConstantValue.RepeatedConstant repeated -> aggregate(repeated.type());
        case ConstantValue.UnionConstant union -> aggregate(union.type());
        default -> {}
      }
      type(value.type());
    }

    private void aggregate(PinkType type) {
      note("the value of a constant of type `" + type.display() + "`");
    }

    private void reach(SymbolId symbol) {
      Declared declared = facts.find(symbol);
      if (declared == null || !declared.exported() || declared.isOwnOfUnit()) {
        note("`" + symbol.name() + "`, which is not exported");
      }
    }

    /** A type whose values the body handles. */
    private void value(PinkType type) {
      if (!seen.add(type)) {
        return;
      }
      type(type);
      for (PinkType.Nominal nominal : TypeParts.heldByValue(type)) {
        Declared declared = facts.find(nominal.symbol());
        if (declared != null
            && declared.declaration().tree() instanceof Declaration.Struct struct
            && struct.opaque()) {
          note("what the opaque `" + nominal.symbol().name() + "` holds");
        }
      }
    }

    /** A type that is only named. */
    private void type(PinkType type) {
      switch (type) {
        case PinkType.Nominal nominal -> reach(nominal.symbol());
        case PinkType.Tuple tuple -> tuple.elements().forEach(this::type);
        case PinkType.Array array -> type(array.element());
        case PinkType.Pointer pointer -> type(pointer.target());
        case PinkType.Slice slice -> type(slice.element());
        case PinkType.Function pointer -> {
          pointer.parameters().forEach(this::type);
          type(pointer.result());
        }
        default -> {}
      }
    }

    private void note(String words) {
      obstacle = obstacle == null ? words : obstacle;
    }
  }
}
