package org.pinklang.modules.codec;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;

/** Reads the texts and types of an encoded body. For one thread. */
final class BodyTypesReader {
  /** Types nest hardly deeper than the language promises. */
  private static final int MAX_DEPTH = 1_024;

  /** How much a type may amount to, written out: what refers to one part again and again. */
  private static final long MAX_PARTS = 100_000;

  /** How much all types may amount to, which is what it costs to look at each of them. */
  private static final long MAX_PARTS_OF_ALL = 1_000_000;

  private static final BodyTables.TypeTag[] TAGS = BodyTables.TypeTag.values();
  private static final Scalar[] SCALARS = Scalar.values();

  private final ByteReader in;
  private final List<String> texts = new ArrayList<>();

  /** Which texts are of chars from 0 to 255 alone. */
  private final BitSet literals = new BitSet();

  private final List<Entry> types = new ArrayList<>();
  private int depth;
  private long parts;
  private long partsOfAll;

  private record Entry(PinkType type, int depth, long parts) {}

  BodyTypesReader(ByteReader in) {
    this.in = in;
    int textCount = in.takeCountOf(1);
    for (int i = 0; i < textCount; i++) {
      String text = in.takeText(in.takeCount());
      texts.add(text);
      literals.set(i, text.chars().allMatch(one -> one <= 0xFF));
    }
    int typeCount = in.takeCountOf(1);
    for (int i = 0; i < typeCount; i++) {
      types.add(entry());
    }
  }

  String text() {
    return texts.get(index(texts.size()));
  }

  /** The bytes of a string literal, one char from 0 to 255 for each. */
  String literal() {
    int index = index(texts.size());
    if (!literals.get(index)) {
      throw new DamagedManifestException("a string is not of bytes");
    }
    return texts.get(index);
  }

  SymbolId symbol() {
    return SymbolId.of(text(), text());
  }

  PinkType type() {
    return types.get(index(types.size())).type();
  }

  /** A type that must be of some class. */
  <T extends PinkType> T type(Class<T> kind) {
    PinkType type = type();
    if (!kind.isInstance(type)) {
      throw new DamagedManifestException("a type is of another kind");
    }
    return kind.cast(type);
  }

  private int index(int size) {
    if (size == 0) {
      throw new DamagedManifestException("a number is too large");
    }
    return in.takeUpTo(size - 1);
  }

  private Entry entry() {
    depth = 0;
    parts = 1;
    PinkType type = read();
    partsOfAll += parts;
    if (depth >= MAX_DEPTH || parts > MAX_PARTS || partsOfAll > MAX_PARTS_OF_ALL) {
      throw new DamagedManifestException("a type is too large");
    }
    return new Entry(type, depth + 1, parts);
  }

  private PinkType read() {
    return switch (TAGS[in.takeUpTo(TAGS.length - 1)]) {
      case SCALAR -> SCALARS[in.takeUpTo(SCALARS.length - 1)];
      case TUPLE -> new PinkType.Tuple(list());
      case ARRAY -> new PinkType.Array(part(), in.takeNumber());
      case POINTER -> new PinkType.Pointer(part(), false);
      case NULLABLE_POINTER -> new PinkType.Pointer(part(), true);
      case SLICE -> new PinkType.Slice(part());
      case FUNCTION -> function(false);
      case VARIADIC_FUNCTION -> function(true);
      case STRUCT -> new PinkType.Nominal(symbol(), PinkType.Nominal.Kind.STRUCT);
      case UNION -> new PinkType.Nominal(symbol(), PinkType.Nominal.Kind.UNION);
      case NEVER -> PinkType.Never.NEVER;
    };
  }

  private PinkType.Function function(boolean variadic) {
    PinkType result = part();
    return new PinkType.Function(list(), result, variadic);
  }

  private List<PinkType> list() {
    int count = in.takeCountOf(1);
    List<PinkType> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(part());
    }
    return elements;
  }

  private PinkType part() {
    Entry entry = types.get(index(types.size()));
    depth = Math.max(depth, entry.depth());
    parts += entry.parts();
    return entry.type();
  }
}
