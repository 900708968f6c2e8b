package org.pinklang.link.bind;

import java.lang.ref.Reference;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.pinklang.link.load.NativeCallback;
import org.pinklang.link.load.NativeMemory;

/** What exists for one call or must exist as long: memory and native functions. For one thread. */
final class CallArena implements AutoCloseable {
  private final List<NativeMemory> allocated = new ArrayList<>();
  private final List<NativeCallback> callbacks = new ArrayList<>();
  private final List<Runnable> copies = new ArrayList<>();
  private final List<Buffer> shared = new ArrayList<>();
  private final boolean isForbidden;

  /** For the arguments of one call. */
  CallArena() {
    this(false);
  }

  private CallArena(boolean isForbidden) {
    this.isForbidden = isForbidden;
  }

  /** For what a callback gives, which outlives the callback: all but addresses is refused. */
  static CallArena forbidden() {
    return new CallArena(true);
  }

  /**
   * Memory outside the Java heap, zeroed.
   *
   * @param address where it begins, a multiple of 16
   */
  record Block(ByteBuffer memory, long address) {}

  Block allocate(long bytes) {
    checkAllowed();
    NativeMemory fresh = NativeMemory.allocate(bytes);
    allocated.add(fresh);
    return new Block(NativeMemory.view(fresh.address(), bytes), fresh.address());
  }

  private void checkAllowed() {
    if (isForbidden) {
      throw new IllegalArgumentException(
          "a callback cannot give what would have to be copied for Pink: nobody would free it");
    }
  }

  void add(NativeCallback callback) {
    if (isForbidden) {
      callback.close();
    }
    checkAllowed();
    callbacks.add(callback);
  }

  /**
   * Keeps the memory of a direct buffer until the call has ended; else it could be freed with a
   * buffer that nobody else has any more.
   */
  void keep(Buffer direct) {
    shared.add(direct);
  }

  /** Registers what is copied from native memory when the call has returned. */
  void copyBack(Runnable copy) {
    copies.add(copy);
  }

  /** The call has returned. */
  void copyBack() {
    copies.forEach(Runnable::run);
  }

  @Override
  public void close() {
    callbacks.forEach(NativeCallback::close);
    allocated.forEach(NativeMemory::close);
    Reference.reachabilityFence(shared);
  }
}
