package org.pinklang.link.load;

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

  /** The text of UTF-8 at an address, up to its zero byte. */
  public static String readText(long address) {
    return RawPointer.text(address);
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
