package org.pinklang.link.bind;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.PinkType;

/** Pointers; {@code null} is nil where the type has it. */
abstract class PointerCodec implements ValueCodec {
  private final PinkType.Pointer type;

  PointerCodec(PinkType.Pointer type) {
    this.type = type;
  }

  final PinkType.Pointer type() {
    return type;
  }

  @Override
  public final void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena) {
    if (value == null && !type.nullable()) {
      throw Misfit.nil(type);
    }
    memory.putLong(at, value == null ? 0 : addressOf(value, arena));
  }

  @Override
  public final @Nullable Object read(ByteBuffer memory, int at) {
    long address = memory.getLong(at);
    return address == 0 ? null : at(address);
  }

  /** Where Pink finds a value during the call. */
  abstract long addressOf(Object value, CallArena arena);

  /** What lies at an address, as Java sees it. */
  abstract @Nullable Object at(long address);
}
