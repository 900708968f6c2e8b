package org.pinklang.frontend.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedChildren;
import org.pinklang.frontend.typed.TypedExpression;

/**
 * Puts a checked unit together: what was checked, with the definitions and the constants of other
 * units that generating its code needs. Needs no stack for what is nested.
 */
final class UnitAssembler {
  private final FactReader facts;
  private final SourceText text;
  private final HeldTypes types;
  private final Map<SymbolId, ConstantValue> constants = new TreeMap<>();
  private final Set<PinkType> seenTypes = new HashSet<>();
  private final Deque<TypedExpression> expressions = new ArrayDeque<>();
  private final Consumer<TypedExpression> push = expressions::push;
  private final Deque<ConstantValue> values = new ArrayDeque<>();

  UnitAssembler(FactReader facts, SourceText text) {
    this.facts = facts;
    this.types = new HeldTypes(facts, facts.types());
    this.text = text;
  }

  CheckedUnit unit(List<CheckedFunction> functions, List<CheckedGlobal> globals) {
    for (CheckedFunction function : functions) {
      addType(function.type());
      for (Local local : function.locals()) {
        addType(local.type());
      }
      expressions.push(function.body());
    }
    for (CheckedGlobal global : globals) {
      addType(global.type());
      values.push(global.value());
    }
    while (!expressions.isEmpty()) {
      addExpression(expressions.pop());
    }
    while (!values.isEmpty()) {
      addValue(values.pop());
    }
    return new CheckedUnit(
        text,
        facts.own().module(),
        facts.model(),
        functions,
        globals,
        types.definitions(),
        constants,
        main(functions));
  }

  private @Nullable SymbolId main(List<CheckedFunction> functions) {
    if (facts.own().kind() != UnitKind.PROGRAM) {
      return null;
    }
    return functions.stream()
        .map(CheckedFunction::symbol)
        .filter(symbol -> symbol.name().equals("main"))
        .findFirst()
        .orElse(null);
  }

  private void addExpression(TypedExpression expression) {
    addType(expression.type());
    switch (expression) {
      case TypedExpression.Constant constant -> {
        if (!(constant.type() instanceof Scalar)) {
          values.push(constant.value());
        }
      }
      case TypedExpression.GlobalPlace place when place.constant() -> addConstant(place.symbol());
      case TypedExpression.SliceOf slice -> {
        types.add(slice.type().element());
        TypedChildren.visit(expression, push);
      }
      default -> TypedChildren.visit(expression, push);
    }
  }

  private void addConstant(SymbolId symbol) {
    Declared declared = facts.find(symbol);
    if (declared != null && !facts.isOwn(declared) && !constants.containsKey(symbol)) {
      ConstantValue value = facts.value(declared);
      if (value != null) {
        constants.put(symbol, value);
        values.push(value);
      }
    }
  }

  private void addValue(ConstantValue value) {
    addType(value.type());
    switch (value) {
      case ConstantValue.AggregateConstant aggregate -> aggregate.elements().forEach(values::push);
      case ConstantValue.RepeatedConstant repeated -> values.push(repeated.element());
      case ConstantValue.UnionConstant union -> {
        if (union.payload() != null) {
          values.push(union.payload());
        }
      }
      case ConstantValue.AddressConstant address -> addType(address.globalType());
      case ConstantValue.SliceConstant slice -> values.push(slice.pointer());
      default -> {}
    }
  }

  /**
   * Adds the definitions of what values of a type hold. What is behind a pointer is the type of an
   * expression of its own wherever it is looked at, but for what is sliced.
   */
  private void addType(PinkType type) {
    if (type instanceof Scalar || !seenTypes.add(type)) {
      return;
    }
    switch (type) {
      case PinkType.Pointer pointer -> {}
      case PinkType.Slice slice -> {}
      case PinkType.Function function -> {
        function.parameters().forEach(types::add);
        types.add(function.result());
      }
      default -> types.add(type);
    }
  }
}
