package org.pinklang.frontend.check;

import java.util.Collection;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.type.TypeDefinition;
import org.pinklang.frontend.typed.ConstantValue;

/**
 * Hashes resolved facts: two have the same fingerprint exactly when they are equal, as far as
 * SHA-256 tells. Every part is written with its length or count, so that none runs into the next.
 */
final class Fingerprint {
  private final HashWriter writer = new HashWriter();

  ContentHash hash() {
    return writer.finish();
  }

  Fingerprint add(String text) {
    writer.text(text);
    return this;
  }

  Fingerprint add(long value) {
    writer.number(value);
    return this;
  }

  Fingerprint add(boolean value) {
    writer.flag(value);
    return this;
  }

  Fingerprint add(Enum<?> value) {
    return add(value.name());
  }

  Fingerprint add(SymbolId symbol) {
    return add(symbol.module()).add(symbol.unit()).add(symbol.name());
  }

  Fingerprint add(PinkType type) {
    switch (type) {
      case Scalar scalar -> add("scalar").add(scalar.name());
      case PinkType.Tuple tuple -> {
        add("tuple");
        addTypes(tuple.elements());
      }
      case PinkType.Array array -> add("array").add(array.length()).add(array.element());
      case PinkType.Pointer pointer -> add("pointer").add(pointer.nullable()).add(pointer.target());
      case PinkType.Slice slice -> add("slice").add(slice.element());
      case PinkType.Function function -> {
        add("function").add(function.variadic()).add(function.result());
        addTypes(function.parameters());
      }
      case PinkType.Nominal nominal -> add("nominal").add(nominal.kind()).add(nominal.symbol());
      case PinkType.Never never -> add("never");
      case PinkType.Erroneous erroneous -> add("erroneous");
    }
    return this;
  }

  private void addTypes(Collection<PinkType> types) {
    add(types.size());
    types.forEach(this::add);
  }

  Fingerprint add(TypeDefinition definition) {
    add(definition.symbol());
    switch (definition) {
      case TypeDefinition.Struct struct -> {
        add("struct").add(struct.fields().size());
        struct.fields().forEach(field -> add(field.name()).add(field.type()));
      }
      case TypeDefinition.Union union -> {
        add("union").add(union.alternatives().size());
        for (TypeDefinition.Alternative part : union.alternatives()) {
          add(part.name()).add(part.type() != null);
          if (part.type() != null) {
            add(part.type());
          }
        }
      }
    }
    return this;
  }

  Fingerprint add(ConstantValue value) {
    add(value.getClass().getSimpleName()).add(value.type());
    switch (value) {
      case ConstantValue.IntegerConstant integer -> add(integer.value());
      case ConstantValue.FloatConstant real -> add(Double.doubleToRawLongBits(real.value()));
      case ConstantValue.BooleanConstant bool -> add(bool.value());
      case ConstantValue.NilConstant nil -> {}
      case ConstantValue.NullConstant nothing -> {}
      case ConstantValue.AggregateConstant aggregate -> {
        add(aggregate.elements().size());
        aggregate.elements().forEach(this::add);
      }
      case ConstantValue.RepeatedConstant repeated -> add(repeated.element());
      case ConstantValue.UnionConstant union -> {
        add(union.alternative()).add(union.payload() != null);
        if (union.payload() != null) {
          add(union.payload());
        }
      }
      case ConstantValue.FunctionConstant function ->
          add(function.function().symbol())
              .add(function.function().external())
              .add(function.function().linkage());
      case ConstantValue.AddressConstant address -> {
        add(address.global()).add(address.globalType()).add(address.path().size());
        address.path().forEach(this::add);
      }
      case ConstantValue.StringAddressConstant string -> add(string.bytes()).add(string.offset());
      case ConstantValue.SliceConstant slice -> add(slice.pointer()).add(slice.length());
    }
    return this;
  }
}
