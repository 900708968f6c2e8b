package org.pinklang.link.bind;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.type.Layouts;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.TypeDefinition;

/** Finds how values of a Java type lie in memory as values of a Pink type. For one thread. */
final class Codecs {
  private final PinkTypes types;
  private final TypeLayouts layouts;
  private final FunctionBinder functions;
  private final Map<Class<?>, ToLongFunction<Object>> addresses;
  private final boolean isGiven;

  private Codecs(
      PinkTypes types,
      FunctionBinder functions,
      Map<Class<?>, ToLongFunction<Object>> addresses,
      boolean isGiven) {
    this.types = types;
    this.layouts = types.layouts();
    this.functions = functions;
    this.addresses = addresses;
    this.isGiven = isGiven;
  }

  /**
   * Codecs of what Java gives to Pink.
   *
   * @param addresses Java types that stand for function pointers, and what addresses they have
   */
  static Codecs ofGiven(
      PinkTypes types, FunctionBinder functions, Map<Class<?>, ToLongFunction<Object>> addresses) {
    return new Codecs(types, functions, addresses, true);
  }

  /**
   * Codecs of what Java gets from Pink; types that only stand for addresses do not fit, since an
   * address does not lead back to them.
   */
  static Codecs ofGotten(PinkTypes types, FunctionBinder functions) {
    return new Codecs(types, functions, Map.of(), false);
  }

  /**
   * The codec of a pair of types.
   *
   * @throws IllegalArgumentException if they do not fit, with both
   */
  ValueCodec of(PinkType type, Class<?> java) {
    return switch (type) {
      case Scalar scalar -> scalar(scalar, java);
      case PinkType.Tuple tuple -> aggregate(tuple, java);
      case PinkType.Array array -> array(array, java);
      case PinkType.Pointer pointer -> pointer(pointer, java);
      case PinkType.Slice slice -> slice(slice, java);
      case PinkType.Function function -> function(function, java);
      case PinkType.Nominal nominal -> aggregate(nominal, java);
      case PinkType.Never never -> throw Misfit.type(java, type, "void");
      case PinkType.Erroneous erroneous -> throw Misfit.type(java, type, "nothing");
    };
  }

  private static ValueCodec scalar(Scalar scalar, Class<?> java) {
    Class<?> fitting =
        ScalarCodec.machineType(scalar)
            .<Class<?>>map(machine -> machine.javaType())
            .orElseThrow(() -> Misfit.type(java, scalar, "void"));
    if (java != fitting) {
      throw Misfit.type(java, scalar, fitting.getName());
    }
    return new ScalarCodec(scalar);
  }

  private int bytes(PinkType type) {
    return Math.toIntExact(layouts.size(type));
  }

  private ValueCodec array(PinkType.Array array, Class<?> java) {
    if (ByteBuffer.class.isAssignableFrom(java)) {
      return new BytesCodec(array, bytes(array));
    }
    if (!java.isArray()) {
      throw Misfit.type(java, array, "an array of its elements, or ByteBuffer");
    }
    ValueCodec element = of(array.element(), java.getComponentType());
    return new ArrayCodec(array, java.getComponentType(), element, bytes(array.element()));
  }

  private ValueCodec aggregate(PinkType type, Class<?> java) {
    if (isOpaque(type)) {
      throw Misfit.type(java, type, "nothing: what it holds is not known");
    }
    if (ByteBuffer.class.isAssignableFrom(java)) {
      return new BytesCodec(type, bytes(type));
    }
    if (type instanceof PinkType.Nominal nominal && nominal.kind() == PinkType.Nominal.Kind.UNION) {
      return union(nominal, java);
    }
    return record(type, java);
  }

  private boolean isOpaque(PinkType type) {
    return type instanceof PinkType.Nominal nominal
        && types.definitions().get(nominal.symbol()) == null;
  }

  private ValueCodec record(PinkType type, Class<?> java) {
    TypeLayouts.Fields fields = layouts.fields(type);
    List<String> names = names(type);
    if (!java.isRecord() || java.getRecordComponents().length != fields.types().size()) {
      throw Misfit.type(java, type, "a record with the components " + shown(names, fields.types()));
    }
    RecordComponent[] components = java.getRecordComponents();
    List<FieldsCodec.Field> codecs = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      if (!names.isEmpty() && !names.get(i).equals(components[i].getName())) {
        throw Misfit.type(
            java, type, "a record with the components " + shown(names, fields.types()));
      }
      codecs.add(field(type, fields.types().get(i), fields.offsets()[i], components[i]));
    }
    return new FieldsCodec(type, codecs, constructor(java));
  }

  private FieldsCodec.Field field(
      PinkType owner, PinkType type, long offset, RecordComponent component) {
    ValueCodec codec;
    try {
      codec = of(type, component.getType());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the component `%s` of %s does not fit `%s`: %s"
              .formatted(
                  component.getName(),
                  component.getDeclaringRecord().getTypeName(),
                  owner.display(),
                  e.getMessage()),
          e);
    }
    return new FieldsCodec.Field(
        Math.toIntExact(offset), codec, Handles.generic(component.getAccessor()));
  }

  private List<String> names(PinkType type) {
    return type instanceof PinkType.Nominal nominal
            && types.definitions().get(nominal.symbol()) instanceof TypeDefinition.Struct struct
        ? struct.fields().stream().map(TypeDefinition.Field::name).toList()
        : List.of();
  }

  private static String shown(List<String> names, List<PinkType> fields) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      String type = fields.get(i).display();
      shown.add(names.isEmpty() ? type : names.get(i) + ": " + type);
    }
    return shown.toString();
  }

  private static MethodHandle constructor(Class<?> record) {
    Class<?>[] parameters =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = record.getDeclaredConstructor(parameters);
      return Handles.of(canonical);
    } catch (NoSuchMethodException e) {
      throw new AssertionError("a record without its constructor", e);
    }
  }

  private ValueCodec union(PinkType.Nominal type, Class<?> java) {
    TypeDefinition.Union union = layouts.union(type);
    Class<?>[] permitted = java.getPermittedSubclasses();
    if (permitted == null || permitted.length != union.alternatives().size()) {
      throw Misfit.type(
          java, type, "a sealed interface with a record for each alternative, or ByteBuffer");
    }
    long payload = layouts.payloadOffset(type);
    List<UnionCodec.Alternative> alternatives = new ArrayList<>();
    for (TypeDefinition.Alternative alternative : union.alternatives()) {
      Class<?> record =
          Arrays.stream(permitted)
              .filter(one -> isNamed(one, alternative.name()))
              .findFirst()
              .orElseThrow(
                  () -> Misfit.type(java, type, "one with a record `" + alternative.name() + "`"));
      alternatives.add(alternative(type, alternative, record, payload));
    }
    return new UnionCodec(type, Layouts.tagBytes(union), alternatives);
  }

  private static boolean isNamed(Class<?> record, String alternative) {
    String plain = alternative.replace("_", "");
    return record.getSimpleName().toLowerCase(Locale.ROOT).equals(plain.toLowerCase(Locale.ROOT));
  }

  private UnionCodec.Alternative alternative(
      PinkType type, TypeDefinition.Alternative alternative, Class<?> record, long offset) {
    int carried = alternative.type() == null || alternative.type() == Scalar.NIL ? 0 : 1;
    if (!record.isRecord() || record.getRecordComponents().length != carried) {
      throw Misfit.type(
          record,
          type,
          "a record with %d components for `%s`".formatted(carried, alternative.name()));
    }
    List<FieldsCodec.Field> fields = new ArrayList<>();
    PinkType payload = alternative.type();
    if (carried == 1 && payload != null) {
      fields.add(field(type, payload, offset, record.getRecordComponents()[0]));
    }
    return new UnionCodec.Alternative(record, new FieldsCodec(type, fields, constructor(record)));
  }

  private ValueCodec pointer(PinkType.Pointer pointer, Class<?> java) {
    if (java == long.class) {
      return new AddressCodec(pointer, java, value -> (Long) value);
    }
    if (pointer.target() == Scalar.NIL || isOpaque(pointer.target())) {
      throw Misfit.type(java, pointer, "long, its address");
    }
    long bytes = layouts.size(pointer.target());
    if (ByteBuffer.class.isAssignableFrom(java)) {
      return new BehindPointerCodec(pointer, bytes);
    }
    try {
      return new PointeeCodec(pointer, of(pointer.target(), java), bytes);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          Misfit.type(
                  java,
                  pointer,
                  "long, ByteBuffer, or what `%s` takes".formatted(pointer.target().display()))
              .getMessage(),
          e);
    }
  }

  private ValueCodec slice(PinkType.Slice slice, Class<?> java) {
    BufferKind kind = BufferKind.of(slice.element());
    int bytes = bytes(slice.element());
    if (java == String.class && slice.equals(PinkType.Slice.OF_BYTES)) {
      return new SliceCodec.OfText();
    }
    if (kind != null && java == kind.bufferType()) {
      return new SliceCodec.OfBuffers(slice, bytes, kind);
    }
    if (kind != null && java == kind.arrayType()) {
      return new SliceCodec.OfNumbers(slice, bytes, kind);
    }
    if (java == ByteBuffer.class && bytes > 0) {
      return new SliceCodec.OfBuffers(slice, bytes, BufferKind.BYTES);
    }
    if (java.isArray() && kind == null) {
      ValueCodec element = of(slice.element(), java.getComponentType());
      return new SliceCodec.OfElements(slice, bytes, java.getComponentType(), element);
    }
    throw Misfit.type(java, slice, fittingSlices(slice, kind));
  }

  private static String fittingSlices(PinkType.Slice slice, @Nullable BufferKind kind) {
    String text = slice.equals(PinkType.Slice.OF_BYTES) ? ", java.lang.String" : "";
    String own =
        kind == null
            ? "an array of what fits its elements"
            : kind.bufferType().getName() + ", " + kind.arrayType().getTypeName();
    return own + text + " or java.nio.ByteBuffer";
  }

  private ValueCodec function(PinkType.Function function, Class<?> java) {
    if (java == long.class) {
      return new AddressCodec(function, java, value -> (Long) value);
    }
    ToLongFunction<Object> address = addresses.get(java);
    if (address != null) {
      return new AddressCodec(function, java, address);
    }
    return isGiven
        ? FunctionCodec.given(function, java, functions)
        : FunctionCodec.gotten(function, java, functions);
  }
}
