package org.pinklang.link.load;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Memory outside the Java heap, to pass to loaded code what does not fit into a register: the bytes
 * of a text, a struct, an array. Aligned to 16 bytes. Not freed by the garbage collector: whoever
 * allocates closes. Used by one thread at a time.
 */
public final class NativeMemory implements AutoCloseable {
  private final BytePointer memory;
  private final AtomicBoolean open = new AtomicBoolean(true);

  private NativeMemory(BytePointer memory) {
    this.memory = memory;
  }

  /**
   * Zeroed memory.
   *
   * @param bytes at least 0
   */
  public static NativeMemory allocate(long bytes) {
    Pointer fresh = Pointer.calloc(Math.max(1, bytes), 1);
    if (fresh == null || fresh.isNull()) {
      throw new OutOfMemoryError("no native memory for " + bytes + " bytes");
    }
    return new NativeMemory(new BytePointer(fresh).capacity(bytes));
  }

  /** A copy of the bytes, followed by a zero byte so that C code can take it for a text. */
  public static NativeMemory of(byte[] bytes) {
    NativeMemory copy = allocate(bytes.length + 1L);
    copy.put(0, bytes);
    return copy;
  }

  /** Where it begins. */
  public long address() {
    checkOpen();
    return memory.address();
  }

  /** Writes the bytes at an offset inside. */
  public void put(long offset, byte[] bytes) {
    checkOpen();
    Objects.checkFromIndexSize(offset, bytes.length, memory.capacity());
    new BytePointer(memory).position(offset).put(bytes);
  }

  /** A copy of bytes inside. */
  public byte[] get(long offset, int length) {
    checkOpen();
    Objects.checkFromIndexSize(offset, length, memory.capacity());
    return read(memory.address() + offset, length);
  }

  /**
   * A copy of the bytes at an address that loaded code has handed out. A wrong address has effects
   * no one can foresee.
   */
  public static byte[] read(long address, int length) {
    return RawPointer.bytes(address, length);
  }

  /**
   * The memory at an address, in native order. Nobody keeps it alive.
   *
   * @param bytes from 0
   * @throws IllegalArgumentException if they are more than a buffer can show
   */
  public static ByteBuffer view(long address, long bytes) {
    if (bytes < 0 || bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a buffer cannot show " + bytes + " bytes");
    }
    return RawPointer.view(address, (int) bytes);
  }

  /**
   * Where the element at a direct buffer's position lies.
   *
   * @param elementBytes the size of the buffer's elements
   */
  public static long addressOf(Buffer buffer, int elementBytes) {
    return RawPointer.base(buffer) + (long) buffer.position() * elementBytes;
  }

  private void checkOpen() {
    if (!open.get()) {
      throw new IllegalStateException("the memory has been closed");
    }
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      Pointer.free(memory);
    }
  }
}
