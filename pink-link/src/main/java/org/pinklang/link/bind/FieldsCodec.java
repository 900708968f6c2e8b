package org.pinklang.link.bind;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;

/** Structs and tuples as Java records, component by component. */
final class FieldsCodec implements ValueCodec {
  private final PinkType type;
  private final List<Field> fields;
  private final MethodHandle constructor;

  /**
   * One field.
   *
   * @param offset in bytes
   * @param accessor takes the record, gives the component, both as {@code Object}
   */
  record Field(int offset, ValueCodec codec, MethodHandle accessor) {}

  /**
   * The codec of a record.
   *
   * @param constructor takes the components
   */
  FieldsCodec(PinkType type, List<Field> fields, MethodHandle constructor) {
    this.type = type;
    this.fields = List.copyOf(fields);
    this.constructor =
        constructor
            .asSpreader(Object[].class, fields.size())
            .asType(MethodType.methodType(Object.class, Object[].class));
  }

  @Override
  public void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
    if (value == null) {
      throw Misfit.nil(type);
    }
    for (Field field : fields) {
      Object component = Handles.call(() -> (Object) field.accessor().invokeExact(value));
      field.codec().write(component, memory, at + field.offset(), arena);
    }
  }

  @Override
  public Object read(ByteBuffer memory, int at) {
    @Nullable Object[] components = new @Nullable Object[fields.size()];
    for (int i = 0; i < components.length; i++) {
      Field field = fields.get(i);
      components[i] = field.codec().read(memory, at + field.offset());
    }
    return Handles.call(() -> (Object) constructor.invokeExact(components));
  }
}
