package org.pinklang.link.bind;

import java.nio.ByteBuffer;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.link.load.NativeMemory;

/**
 * Pointers as buffers of what they point to. A direct buffer that can be written passes its own
 * memory; another one is copied, and copied back unless it is read-only. What Java gets shows the
 * memory.
 */
final class BehindPointerCodec extends PointerCodec {
  private final long targetBytes;

  BehindPointerCodec(PinkType.Pointer type, long targetBytes) {
    super(type);
    this.targetBytes = targetBytes;
  }

  @Override
  long addressOf(Object value, CallArena arena) {
    ByteBuffer buffer = (ByteBuffer) value;
    if (buffer.remaining() < targetBytes) {
      throw new IllegalArgumentException(
          "`%s` points to %d bytes, the buffer has %d"
              .formatted(type().display(), targetBytes, buffer.remaining()));
    }
    if (buffer.isDirect() && !buffer.isReadOnly()) {
      arena.keep(buffer);
      return NativeMemory.addressOf(buffer, 1);
    }
    CallArena.Block block = arena.allocate(buffer.remaining());
    BufferKind.copy(buffer, block.memory());
    if (!buffer.isReadOnly()) {
      arena.copyBack(() -> BufferKind.copy(block.memory(), buffer));
    }
    return block.address();
  }

  @Override
  Object at(long address) {
    return NativeMemory.view(address, targetBytes);
  }
}
