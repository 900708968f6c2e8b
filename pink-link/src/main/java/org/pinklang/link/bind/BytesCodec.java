package org.pinklang.link.bind;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;

/** Aggregates as the bytes of a buffer, from its position on; those given to Java are a copy. */
final class BytesCodec implements ValueCodec {
  private final PinkType type;
  private final int bytes;

  BytesCodec(PinkType type, int bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  @Override
  public void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
    if (value == null) {
      throw Misfit.nil(type);
    }
    ByteBuffer buffer = (ByteBuffer) value;
    if (buffer.remaining() < bytes) {
      throw new IllegalArgumentException(
          "`%s` has %d bytes, the buffer has %d"
              .formatted(type.display(), bytes, buffer.remaining()));
    }
    memory.put(at, buffer, buffer.position(), bytes);
  }

  @Override
  public Object read(ByteBuffer memory, int at) {
    ByteBuffer copy = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    return copy.put(0, memory, at, bytes);
  }
}
