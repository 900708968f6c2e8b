package org.pinklang.link.bind;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.link.load.NativeMemory;

/**
 * Pointers as buffers of what they point to. A direct buffer that can be written passes its own
 * memory; another one is copied, and copied back unless it is read-only. What Java gets shows the
 * memory.
 */
final class BehindPointerCodec implements ValueCodec {
  private final PinkType.Pointer type;
  private final long targetBytes;

  BehindPointerCodec(PinkType.Pointer type, long targetBytes) {
    this.type = type;
    this.targetBytes = targetBytes;
  }

  @Override
  public void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
    if (value == null) {
      if (!type.nullable()) {
        throw Misfit.nil(type);
      }
      memory.putLong(at, 0);
      return;
    }
    ByteBuffer buffer = (ByteBuffer) value;
    if (buffer.remaining() < targetBytes) {
      throw new IllegalArgumentException(
          "`%s` points to %d bytes, the buffer has %d"
              .formatted(type.display(), targetBytes, buffer.remaining()));
    }
    if (buffer.isDirect() && !buffer.isReadOnly()) {
      arena.keep(buffer);
      memory.putLong(at, NativeMemory.addressOf(buffer, 1));
      return;
    }
    CallArena.Block block = arena.allocate(buffer.remaining());
    BufferKind.copy(buffer, block.memory());
    if (!buffer.isReadOnly()) {
      arena.copyBack(() -> BufferKind.copy(block.memory(), buffer));
    }
    memory.putLong(at, block.address());
  }

  @Override
  public @Nullable Object read(ByteBuffer memory, int at) {
    long address = memory.getLong(at);
    return address == 0 ? null : NativeMemory.view(address, targetBytes);
  }
}
