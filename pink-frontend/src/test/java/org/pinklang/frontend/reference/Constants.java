package org.pinklang.frontend.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.ConstantValue;

/** Turns constants into values. A global another one points at is made before it. */
final class Constants {
  private final Map<SymbolId, CheckedGlobal> declared = new HashMap<>();
  private final Map<String, Storage.Compound> texts = new HashMap<>();
  private final ReferenceProgram program;

  Constants(Collection<CheckedUnit> units, ReferenceProgram program) {
    this.program = program;
    for (CheckedUnit unit : units) {
      for (CheckedGlobal global : unit.globals()) {
        declared.put(global.symbol(), global);
      }
    }
  }

  /** Makes a global unless it is there. Globals that point at each other are made in two steps. */
  Storage define(CheckedGlobal global) {
    Storage known = program.globalIfDefined(global.symbol());
    if (known != null) {
      return known;
    }
    Storage storage = Storage.of(shape(global.value()));
    program.define(global.symbol(), storage);
    storage.store(value(global.value()));
    return storage;
  }

  /** A value with all the parts of a constant and nothing in them. */
  private static Value shape(ConstantValue constant) {
    return switch (constant) {
      case ConstantValue.AggregateConstant aggregate ->
          new Value.Aggregate(aggregate.elements().stream().map(Constants::shape).toList());
      case ConstantValue.RepeatedConstant repeated ->
          new Value.Aggregate(
              Collections.nCopies(
                  Math.toIntExact(repeated.type().length()), shape(repeated.element())));
      default -> new Value.Nothing();
    };
  }

  Value value(ConstantValue constant) {
    return switch (constant) {
      case ConstantValue.IntegerConstant integer -> new Value.Int(integer.value());
      case ConstantValue.FloatConstant number -> new Value.Floating(number.value());
      case ConstantValue.BooleanConstant truth -> new Value.Truth(truth.value());
      case ConstantValue.NilConstant nil -> new Value.Nothing();
      case ConstantValue.NullConstant nil -> Value.Pointer.NULL;
      case ConstantValue.AggregateConstant aggregate -> aggregate(aggregate);
      case ConstantValue.RepeatedConstant repeated ->
          new Value.Aggregate(
              Collections.nCopies(
                  Math.toIntExact(repeated.type().length()), value(repeated.element())));
      case ConstantValue.UnionConstant union -> {
        ConstantValue payload = union.payload();
        yield new Value.Tagged(union.alternative(), payload == null ? null : value(payload));
      }
      case ConstantValue.FunctionConstant function ->
          new Value.FunctionPointer(function.function().symbol());
      case ConstantValue.AddressConstant address -> address(address);
      case ConstantValue.StringAddressConstant text ->
          Value.Pointer.to(text(text.bytes()), text.offset());
      case ConstantValue.SliceConstant slice -> slice(slice);
    };
  }

  private Value aggregate(ConstantValue.AggregateConstant aggregate) {
    List<Value> parts = new ArrayList<>();
    for (ConstantValue element : aggregate.elements()) {
      parts.add(value(element));
    }
    return new Value.Aggregate(parts);
  }

  private Value slice(ConstantValue.SliceConstant slice) {
    return new Value.Slice((Value.Pointer) value(slice.pointer()), slice.length());
  }

  private Value address(ConstantValue.AddressConstant address) {
    Storage at = define(declared.get(address.global()));
    List<Long> path = address.path();
    for (int i = 0; i < path.size(); i++) {
      Storage.Compound compound = (Storage.Compound) at;
      if (i == path.size() - 1 && path.get(i) == compound.size()) {
        return Value.Pointer.to(compound, path.get(i));
      }
      at = compound.part(path.get(i));
    }
    return Value.Pointer.to(at);
  }

  /** The bytes of a literal with the zero after them; one memory for equal literals. */
  Storage.Compound text(String bytes) {
    return texts.computeIfAbsent(
        bytes,
        key -> {
          List<Value> values = new ArrayList<>();
          key.chars().forEach(b -> values.add(new Value.Int(b)));
          values.add(new Value.Int(0));
          return (Storage.Compound) Storage.of(new Value.Aggregate(values));
        });
  }
}
