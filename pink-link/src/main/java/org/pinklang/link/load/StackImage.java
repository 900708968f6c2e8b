package org.pinklang.link.load;

import java.nio.ByteBuffer;

/**
 * Memory of a stack.
 *
 * @param memory the bytes, in native order
 * @param low the address they have or had; there lies a frame that begins with the frame pointer of
 *     its caller and the address it returns to
 */
record StackImage(ByteBuffer memory, long low) {
  /** An empty stack. */
  static final StackImage NONE = new StackImage(ByteBuffer.allocate(0), 0);

  boolean contains(long address) {
    return address >= low && address - low <= memory.limit() - Long.BYTES;
  }

  /** The word at an address that the image contains. */
  long word(long address) {
    return memory.getLong((int) (address - low));
  }
}
