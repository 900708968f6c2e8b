package org.pinklang.link.bind;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How values of one Java type lie in memory as values of one Pink type. Immutable. Memory is in
 * native order, and offsets are from its beginning.
 */
interface ValueCodec {

  /**
   * Puts a value into memory; what it points to goes into the arena.
   *
   * @param value of the Java type; null is nil where the Pink type has it
   * @throws IllegalArgumentException if the value does not fit
   */
  void write(@Nullable Object value, ByteBuffer memory, int at, CallArena arena);

  /** The value in memory; null for nil. */
  @Nullable Object read(ByteBuffer memory, int at);
}
