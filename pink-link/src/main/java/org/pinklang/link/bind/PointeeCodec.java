package org.pinklang.link.bind;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.link.load.NativeMemory;

/**
 * Pointers as what they point to. What Java passes is copied, and changes of the copy are lost;
 * what it gets is what lies behind the pointer when the call returns.
 */
final class PointeeCodec implements ValueCodec {
  private final PinkType.Pointer type;
  private final ValueCodec target;
  private final long targetBytes;

  PointeeCodec(PinkType.Pointer type, ValueCodec target, long targetBytes) {
    this.type = type;
    this.target = target;
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
    CallArena.Block block = arena.allocate(targetBytes);
    target.write(value, block.memory(), 0, arena);
    memory.putLong(at, block.address());
  }

  @Override
  public @Nullable Object read(ByteBuffer memory, int at) {
    long address = memory.getLong(at);
    return address == 0 ? null : target.read(NativeMemory.view(address, targetBytes), 0);
  }
}
