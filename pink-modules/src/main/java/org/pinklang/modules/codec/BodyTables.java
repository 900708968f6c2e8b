package org.pinklang.modules.codec;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;

/**
 * Collects the texts and types of one encoded body, each once. A type refers to those before it.
 * For one thread.
 */
final class BodyTables {

  /** The kinds of type; their order is part of the format. */
  enum TypeTag {
    SCALAR,
    TUPLE,
    ARRAY,
    POINTER,
    NULLABLE_POINTER,
    SLICE,
    FUNCTION,
    VARIADIC_FUNCTION,
    STRUCT,
    UNION,
    NEVER
  }

  private final Map<String, Integer> texts = new HashMap<>();
  private final ByteWriter textBytes = new ByteWriter();
  private final Map<PinkType, Integer> types = new HashMap<>();
  private final ByteWriter typeBytes = new ByteWriter();

  int text(String text) {
    Integer known = texts.get(text);
    if (known != null) {
      return known;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    textBytes.putNumber(bytes.length);
    textBytes.put(bytes);
    texts.put(text, texts.size());
    return texts.size() - 1;
  }

  void symbol(SymbolId symbol, ByteWriter out) {
    out.putNumber(text(symbol.module()));
    out.putNumber(text(symbol.name()));
  }

  int type(PinkType type) {
    Integer known = types.get(type);
    if (known != null) {
      return known;
    }
    ByteWriter entry = new ByteWriter();
    switch (type) {
      case Scalar scalar -> {
        entry.put(TypeTag.SCALAR.ordinal());
        entry.put(scalar.ordinal());
      }
      case PinkType.Tuple tuple -> {
        entry.put(TypeTag.TUPLE.ordinal());
        list(tuple.elements(), entry);
      }
      case PinkType.Array array -> {
        entry.put(TypeTag.ARRAY.ordinal());
        entry.putNumber(type(array.element()));
        entry.putNumber(array.length());
      }
      case PinkType.Pointer pointer -> {
        TypeTag tag = pointer.nullable() ? TypeTag.NULLABLE_POINTER : TypeTag.POINTER;
        entry.put(tag.ordinal());
        entry.putNumber(type(pointer.target()));
      }
      case PinkType.Slice slice -> {
        entry.put(TypeTag.SLICE.ordinal());
        entry.putNumber(type(slice.element()));
      }
      case PinkType.Function function -> {
        TypeTag tag = function.variadic() ? TypeTag.VARIADIC_FUNCTION : TypeTag.FUNCTION;
        entry.put(tag.ordinal());
        entry.putNumber(type(function.result()));
        list(function.parameters(), entry);
      }
      case PinkType.Nominal nominal -> {
        boolean isStruct = nominal.kind() == PinkType.Nominal.Kind.STRUCT;
        entry.put((isStruct ? TypeTag.STRUCT : TypeTag.UNION).ordinal());
        symbol(nominal.symbol(), entry);
      }
      case PinkType.Never never -> entry.put(TypeTag.NEVER.ordinal());
      case PinkType.Erroneous erroneous ->
          throw new IllegalArgumentException("a unit without errors has no such type");
    }
    typeBytes.put(entry);
    types.put(type, types.size());
    return types.size() - 1;
  }

  private void list(List<PinkType> elements, ByteWriter entry) {
    entry.putNumber(elements.size());
    elements.forEach(element -> entry.putNumber(type(element)));
  }

  void write(ByteWriter out) {
    out.putNumber(texts.size());
    out.put(textBytes);
    out.putNumber(types.size());
    out.put(typeBytes);
  }
}
