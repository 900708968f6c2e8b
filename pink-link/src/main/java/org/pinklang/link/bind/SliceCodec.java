package org.pinklang.link.bind;

import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.link.load.NativeMemory;

/**
 * Slices. A direct buffer that can be written passes its own memory, from its position to its
 * limit; another buffer and an array are copied, and copied back when the call has returned, unless
 * they are read-only. What Java gets is a buffer that shows the slice's memory, or a copy in an
 * array or text.
 */
abstract sealed class SliceCodec implements ValueCodec {
  private final PinkType.Slice type;
  private final int elementBytes;

  SliceCodec(PinkType.Slice type, int elementBytes) {
    this.type = type;
    this.elementBytes = elementBytes;
  }

  PinkType.Slice type() {
    return type;
  }

  int elementBytes() {
    return elementBytes;
  }

  static void put(ByteBuffer memory, int at, long address, long length) {
    memory.putLong(at, address);
    memory.putLong(at + Long.BYTES, length);
  }

  /** The memory of the slice that lies at a place. */
  ByteBuffer view(ByteBuffer memory, int at) {
    return NativeMemory.view(memory.getLong(at), memory.getLong(at + Long.BYTES) * elementBytes);
  }

  Object present(@Nullable Object value) {
    if (value == null) {
      throw Misfit.nil(type);
    }
    return value;
  }

  /** Passes a buffer of the kind. */
  void writeBuffer(Buffer buffer, BufferKind kind, ByteBuffer memory, int at, CallArena arena) {
    int perElement = elementBytes / kind.elementBytes();
    if (perElement == 0 || buffer.remaining() % perElement != 0) {
      throw new IllegalArgumentException(
          "%d bytes are no whole number of elements of `%s`"
              .formatted(buffer.remaining(), type.display()));
    }
    long length = buffer.remaining() / perElement;
    if (!buffer.isDirect() || buffer.isReadOnly()) {
      CallArena.Block block = arena.allocate((long) buffer.remaining() * kind.elementBytes());
      Buffer copy = kind.view(block.memory());
      BufferKind.copy(buffer, copy);
      if (!buffer.isReadOnly()) {
        arena.copyBack(() -> BufferKind.copy(copy, buffer));
      }
      put(memory, at, block.address(), length);
      return;
    }
    if (!BufferKind.isInNativeOrder(buffer)) {
      throw new IllegalArgumentException(
          "a direct buffer for `%s` must be in native byte order".formatted(type.display()));
    }
    arena.keep(buffer);
    put(memory, at, NativeMemory.addressOf(buffer, kind.elementBytes()), length);
  }

  /** As buffers. */
  static final class OfBuffers extends SliceCodec {
    private final BufferKind kind;

    OfBuffers(PinkType.Slice type, int elementBytes, BufferKind kind) {
      super(type, elementBytes);
      this.kind = kind;
    }

    @Override
    public void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
      writeBuffer((Buffer) present(value), kind, memory, at, arena);
    }

    @Override
    public Object read(ByteBuffer memory, int at) {
      return kind.view(view(memory, at));
    }
  }

  /** As arrays of numbers. */
  static final class OfNumbers extends SliceCodec {
    private final BufferKind kind;

    OfNumbers(PinkType.Slice type, int elementBytes, BufferKind kind) {
      super(type, elementBytes);
      this.kind = kind;
    }

    @Override
    public void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
      writeBuffer(kind.wrap(present(value)), kind, memory, at, arena);
    }

    @Override
    public Object read(ByteBuffer memory, int at) {
      Buffer view = kind.view(view(memory, at));
      Object array = Array.newInstance(kind.arrayType().getComponentType(), view.remaining());
      BufferKind.copy(view, kind.wrap(array));
      return array;
    }
  }

  /** As arrays of what has a codec. */
  static final class OfElements extends SliceCodec {
    private final Class<?> component;
    private final ValueCodec element;

    OfElements(PinkType.Slice type, int elementBytes, Class<?> component, ValueCodec element) {
      super(type, elementBytes);
      this.component = component;
      this.element = element;
    }

    @Override
    public void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
      Object array = present(value);
      int length = Array.getLength(array);
      CallArena.Block block = arena.allocate((long) length * elementBytes());
      for (int i = 0; i < length; i++) {
        element.write(Array.get(array, i), block.memory(), i * elementBytes(), arena);
      }
      ByteBuffer written = ByteBuffer.allocate(length * elementBytes());
      written.put(0, block.memory(), 0, written.capacity());
      arena.copyBack(() -> copyBack(array, written, block.memory()));
      put(memory, at, block.address(), length);
    }

    /** Elements that Pink has left alone stay the objects they are: not all can be made anew. */
    private void copyBack(Object array, ByteBuffer written, ByteBuffer memory) {
      for (int i = 0; i < Array.getLength(array); i++) {
        int at = i * elementBytes();
        ByteBuffer before = written.slice(at, elementBytes());
        if (!before.equals(memory.slice(at, elementBytes()))) {
          Array.set(array, i, element.read(memory, at));
        }
      }
    }

    private void fill(Object array, ByteBuffer memory) {
      for (int i = 0; i < Array.getLength(array); i++) {
        Array.set(array, i, element.read(memory, i * elementBytes()));
      }
    }

    @Override
    public Object read(ByteBuffer memory, int at) {
      Object array = Array.newInstance(component, Math.toIntExact(memory.getLong(at + Long.BYTES)));
      fill(array, view(memory, at));
      return array;
    }
  }

  /** Bytes as text in UTF-8. */
  static final class OfText extends SliceCodec {
    OfText() {
      super(PinkType.Slice.OF_BYTES, 1);
    }

    @Override
    public void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
      byte[] bytes = ((String) present(value)).getBytes(StandardCharsets.UTF_8);
      CallArena.Block block = arena.allocate(bytes.length + 1L);
      block.memory().put(0, bytes);
      put(memory, at, block.address(), bytes.length);
    }

    @Override
    public Object read(ByteBuffer memory, int at) {
      return StandardCharsets.UTF_8.decode(view(memory, at)).toString();
    }
  }
}
