package org.pinklang.frontend.type;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Computes layouts: C's rules in declaration order, a union as its tag followed by its payload.
 *
 * <p>The tag of a union is an unsigned integer of 1, 2 or 4 bytes, the smallest that tells the
 * alternatives apart; the payload lies at the first multiple of the largest alignment of any
 * payload after it. Types held by value must not form a cycle. Sizes past {@link #MAX_SIZE} stay at
 * {@code MAX_SIZE + 1}, so that nothing overflows. Each struct and union is computed once. As safe
 * for threads as {@code definitions} is.
 */
public final class Layouts {

  /** The largest size of a type, in bytes. */
  public static final long MAX_SIZE = 1L << 47;

  private final DataModel model;
  private final Function<SymbolId, TypeDefinition> definitions;
  private final Function<SymbolId, @Nullable Layout> computed;
  private final Map<SymbolId, Layout> known = new ConcurrentHashMap<>();

  /** Layouts for a target, with what structs and unions hold. */
  public Layouts(DataModel model, Function<SymbolId, TypeDefinition> definitions) {
    this(model, definitions, symbol -> null);
  }

  /**
   * Layouts for a target, some of them computed elsewhere.
   *
   * @param definitions what structs and unions hold
   * @param computed the layout of a struct or union where it is known; else null
   */
  public Layouts(
      DataModel model,
      Function<SymbolId, TypeDefinition> definitions,
      Function<SymbolId, @Nullable Layout> computed) {
    this.model = model;
    this.definitions = definitions;
    this.computed = computed;
  }

  /** The layout of any type that has values. */
  public Layout layout(PinkType type) {
    return switch (type) {
      case Scalar scalar -> scalarLayout(scalar);
      case PinkType.Tuple tuple -> sequence(tuple.elements());
      case PinkType.Array array -> arrayLayout(array);
      case PinkType.Pointer pointer -> new Layout(model.pointerBytes(), model.pointerBytes());
      case PinkType.Slice slice -> new Layout(16, 8);
      case PinkType.Function function -> new Layout(model.pointerBytes(), model.pointerBytes());
      case PinkType.Nominal nominal -> nominalLayout(nominal.symbol());
      case PinkType.Never never -> new Layout(0, 1);
      case PinkType.Erroneous erroneous -> new Layout(0, 1);
    };
  }

  private Layout nominalLayout(SymbolId symbol) {
    Layout layout = known.get(symbol);
    if (layout == null) {
      layout = computed.apply(symbol);
    }
    if (layout == null) {
      layout = definitionLayout(definitions.apply(symbol));
      known.put(symbol, layout);
    }
    return layout;
  }

  /** The layout of a struct or union. */
  public Layout definitionLayout(TypeDefinition definition) {
    return switch (definition) {
      case TypeDefinition.Struct struct ->
          sequence(struct.fields().stream().map(TypeDefinition.Field::type).toList());
      case TypeDefinition.Union union -> unionLayout(union);
    };
  }

  /** Offset of element {@code index} of a tuple, or of a struct's fields, laid out in order. */
  public long offset(List<PinkType> elements, int index) {
    long size = 0;
    for (int i = 0; i < index; i++) {
      Layout element = layout(elements.get(i));
      size = clamp(alignUp(size, element.alignment()) + element.size());
    }
    return alignUp(size, layout(elements.get(index)).alignment());
  }

  /** Bytes of the tag of a union. */
  public static int tagBytes(TypeDefinition.Union union) {
    int count = union.alternatives().size();
    return count <= 1 << 8 ? 1 : count <= 1 << 16 ? 2 : 4;
  }

  /** Offset of the payload of a union, the same for all its alternatives. */
  public long payloadOffset(TypeDefinition.Union union) {
    return alignUp(tagBytes(union), payloadAlignment(union));
  }

  private Layout unionLayout(TypeDefinition.Union union) {
    long payload = 0;
    for (TypeDefinition.Alternative alternative : union.alternatives()) {
      if (alternative.type() != null) {
        payload = Math.max(payload, layout(alternative.type()).size());
      }
    }
    int alignment = Math.max(tagBytes(union), payloadAlignment(union));
    return new Layout(clamp(alignUp(payloadOffset(union) + payload, alignment)), alignment);
  }

  private int payloadAlignment(TypeDefinition.Union union) {
    int alignment = 1;
    for (TypeDefinition.Alternative alternative : union.alternatives()) {
      if (alternative.type() != null) {
        alignment = Math.max(alignment, layout(alternative.type()).alignment());
      }
    }
    return alignment;
  }

  private Layout arrayLayout(PinkType.Array array) {
    Layout element = layout(array.element());
    boolean tooLarge = element.size() != 0 && array.length() > MAX_SIZE / element.size();
    return new Layout(
        tooLarge ? MAX_SIZE + 1 : element.size() * array.length(), element.alignment());
  }

  private Layout sequence(List<PinkType> elements) {
    long size = 0;
    int alignment = 1;
    for (PinkType type : elements) {
      Layout element = layout(type);
      size = clamp(alignUp(size, element.alignment()) + element.size());
      alignment = Math.max(alignment, element.alignment());
    }
    return new Layout(clamp(alignUp(size, alignment)), alignment);
  }

  private static Layout scalarLayout(Scalar scalar) {
    int bytes = scalar.bits() / 8;
    return new Layout(bytes, Math.max(1, bytes));
  }

  private static long alignUp(long size, int alignment) {
    return (size + alignment - 1) & -alignment;
  }

  private static long clamp(long size) {
    return Math.min(size, MAX_SIZE + 1);
  }
}
