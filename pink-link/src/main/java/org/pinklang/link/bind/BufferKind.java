package org.pinklang.link.bind;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** The kinds of {@code java.nio} buffers, each with the Java array it can wrap. */
enum BufferKind {
  BYTES(ByteBuffer.class, byte[].class, 1, view -> view, array -> ByteBuffer.wrap((byte[]) array)),
  SHORTS(
      ShortBuffer.class,
      short[].class,
      2,
      ByteBuffer::asShortBuffer,
      array -> ShortBuffer.wrap((short[]) array)),
  INTS(
      IntBuffer.class,
      int[].class,
      4,
      ByteBuffer::asIntBuffer,
      array -> IntBuffer.wrap((int[]) array)),
  LONGS(
      LongBuffer.class,
      long[].class,
      8,
      ByteBuffer::asLongBuffer,
      array -> LongBuffer.wrap((long[]) array)),
  FLOATS(
      FloatBuffer.class,
      float[].class,
      4,
      ByteBuffer::asFloatBuffer,
      array -> FloatBuffer.wrap((float[]) array)),
  DOUBLES(
      DoubleBuffer.class,
      double[].class,
      8,
      ByteBuffer::asDoubleBuffer,
      array -> DoubleBuffer.wrap((double[]) array));

  private final Class<? extends Buffer> bufferType;
  private final Class<?> arrayType;
  private final int elementBytes;
  private final Function<ByteBuffer, Buffer> view;
  private final Function<Object, Buffer> wrap;

  BufferKind(
      Class<? extends Buffer> bufferType,
      Class<?> arrayType,
      int elementBytes,
      Function<ByteBuffer, Buffer> view,
      Function<Object, Buffer> wrap) {
    this.bufferType = bufferType;
    this.arrayType = arrayType;
    this.elementBytes = elementBytes;
    this.view = view;
    this.wrap = wrap;
  }

  /** The kind for elements of a type; null for other elements than numbers. */
  static @Nullable BufferKind of(PinkType element) {
    if (!(element instanceof Scalar scalar) || scalar == Scalar.BOOLEAN || scalar == Scalar.NIL) {
      return null;
    }
    return switch (scalar.bits()) {
      case 8 -> BYTES;
      case 16 -> SHORTS;
      case 32 -> scalar.isFloat() ? FLOATS : INTS;
      default -> scalar.isFloat() ? DOUBLES : LONGS;
    };
  }

  Class<? extends Buffer> bufferType() {
    return bufferType;
  }

  Class<?> arrayType() {
    return arrayType;
  }

  int elementBytes() {
    return elementBytes;
  }

  Buffer view(ByteBuffer memory) {
    return view.apply(memory);
  }

  Buffer wrap(Object array) {
    return wrap.apply(array);
  }

  /** Copies the remaining elements; moves neither position. */
  static void copy(Buffer from, Buffer to) {
    switch (from) {
      case ByteBuffer bytes -> ((ByteBuffer) to).duplicate().put(bytes.duplicate());
      case ShortBuffer shorts -> ((ShortBuffer) to).duplicate().put(shorts.duplicate());
      case IntBuffer ints -> ((IntBuffer) to).duplicate().put(ints.duplicate());
      case LongBuffer longs -> ((LongBuffer) to).duplicate().put(longs.duplicate());
      case FloatBuffer floats -> ((FloatBuffer) to).duplicate().put(floats.duplicate());
      case DoubleBuffer doubles -> ((DoubleBuffer) to).duplicate().put(doubles.duplicate());
      default -> throw new IllegalArgumentException(from + " has no numbers that Pink has");
    }
  }

  /** Whether a direct buffer shows its memory as Pink does. */
  static boolean isInNativeOrder(Buffer buffer) {
    ByteOrder order =
        switch (buffer) {
          case ShortBuffer shorts -> shorts.order();
          case IntBuffer ints -> ints.order();
          case LongBuffer longs -> longs.order();
          case FloatBuffer floats -> floats.order();
          case DoubleBuffer doubles -> doubles.order();
          default -> ByteOrder.nativeOrder();
        };
    return order == ByteOrder.nativeOrder();
  }
}
