package org.pinklang.link.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.javacpp.Pointer;

/**
 * What callers of a loaded program need of it, the runtime's {@code %program}. It lies in native
 * memory that the garbage collector frees, so that a call of a program whose code has been freed
 * finds that written here. Any thread may use it.
 */
final class ProgramControl {
  private static final int STATE = 0;
  private static final int NESTED = 8;
  private static final int NUMBER = 16;

  /** A cache line of its own and what may be lost to get to its beginning. */
  private static final int BYTES = 128;

  private static final long CLOSED = 1;
  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final ByteBuffer memory = ByteBuffer.allocateDirect(BYTES).alignedSlice(BYTES / 2);
  private final long address = new Pointer(memory).address();

  /** The control of the program that upcalls name by {@code number}. */
  ProgramControl(long number) {
    LONGS.setVolatile(memory, NUMBER, number);
    LONGS.setVolatile(memory, NESTED, 0L);
  }

  /** Where native code finds it; as long as this object is reachable. */
  long address() {
    return address;
  }

  boolean isOpen() {
    return (long) LONGS.getVolatile(memory, STATE) == 0;
  }

  /** Lets no further call in. */
  void close() {
    LONGS.setVolatile(memory, STATE, CLOSED);
    VarHandle.fullFence();
  }
}
