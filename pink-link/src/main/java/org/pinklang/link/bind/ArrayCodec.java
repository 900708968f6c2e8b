package org.pinklang.link.bind;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;

/** Arrays as Java arrays of the same length. */
final class ArrayCodec implements ValueCodec {
  private final PinkType.Array type;
  private final Class<?> component;
  private final ValueCodec element;
  private final int elementBytes;

  /**
   * The codec of an array.
   *
   * @param component the type of the Java array's elements
   */
  ArrayCodec(PinkType.Array type, Class<?> component, ValueCodec element, int elementBytes) {
    this.type = type;
    this.component = component;
    this.element = element;
    this.elementBytes = elementBytes;
  }

  @Override
  public void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
    if (value == null) {
      throw Misfit.nil(type);
    }
    if (Array.getLength(value) != type.length()) {
      throw new IllegalArgumentException(
          "an array of %d elements is no value of `%s`"
              .formatted(Array.getLength(value), type.display()));
    }
    for (int i = 0; i < type.length(); i++) {
      element.write(Array.get(value, i), memory, at + i * elementBytes, arena);
    }
  }

  @Override
  public Object read(ByteBuffer memory, int at) {
    Object array = Array.newInstance(component, Math.toIntExact(type.length()));
    for (int i = 0; i < type.length(); i++) {
      Array.set(array, i, element.read(memory, at + i * elementBytes));
    }
    return array;
  }
}
