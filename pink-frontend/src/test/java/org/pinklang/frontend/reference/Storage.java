package org.pinklang.frontend.reference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Memory that holds one value and can be pointed at, with its parts if it is an aggregate. */
public sealed interface Storage {

  /** Where this stands in an array; null for what is no element. */
  Value.@Nullable Element element();

  /** The value held, a copy. */
  Value load();

  /** Replaces the value. */
  void store(Value value);

  /** Memory for a value, holding it. */
  static Storage of(Value value) {
    return of(value, null);
  }

  private static Storage of(Value value, Value.@Nullable Element element) {
    return value instanceof Value.Aggregate aggregate
        ? new Compound(aggregate, element)
        : new Leaf(value, element);
  }

  /** Memory without parts. */
  final class Leaf implements Storage {
    private final Value.@Nullable Element element;
    private Value value;

    private Leaf(Value value, Value.@Nullable Element element) {
      this.value = value;
      this.element = element;
    }

    @Override
    public Value.@Nullable Element element() {
      return element;
    }

    @Override
    public Value load() {
      return value;
    }

    @Override
    public void store(Value newValue) {
      value = newValue;
    }
  }

  /** A struct, tuple or array. */
  final class Compound implements Storage {
    private final Value.@Nullable Element element;
    private final List<Storage> parts = new ArrayList<>();

    private Compound(Value.Aggregate value, Value.@Nullable Element element) {
      this.element = element;
      for (Value part : value.parts()) {
        parts.add(Storage.of(part, new Value.Element(this, parts.size())));
      }
    }

    /** A part, by its index. */
    Storage part(long index) {
      return parts.get(Math.toIntExact(index));
    }

    /** Number of parts. */
    int size() {
      return parts.size();
    }

    @Override
    public Value.@Nullable Element element() {
      return element;
    }

    @Override
    public Value load() {
      return new Value.Aggregate(parts.stream().map(Storage::load).toList());
    }

    @Override
    public void store(Value newValue) {
      List<Value> values = ((Value.Aggregate) newValue).parts();
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).store(values.get(i));
      }
    }
  }
}
