package org.pinklang.link.bind;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.link.load.NativeMemory;

/**
 * Pointers as what they point to. What Java passes is copied, and changes of the copy are lost;
 * what it gets is what lies behind the pointer when the call returns.
 */
final class PointeeCodec extends PointerCodec {
  private final ValueCodec target;
  private final long targetBytes;

  PointeeCodec(PinkType.Pointer type, ValueCodec target, long targetBytes) {
    super(type);
    this.target = target;
    this.targetBytes = targetBytes;
  }

  @Override
  long addressOf(Object value, CallArena arena) {
    CallArena.Block block = arena.allocate(targetBytes);
    target.write(value, block.memory(), 0, arena);
    return block.address();
  }

  @Override
  @Nullable Object at(long address) {
    return target.read(NativeMemory.view(address, targetBytes), 0);
  }
}
