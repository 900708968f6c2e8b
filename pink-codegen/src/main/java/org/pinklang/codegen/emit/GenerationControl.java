package org.pinklang.codegen.emit;

import org.pinklang.codegen.PinkBackendException;

/** What whoever has code generated is told while it is, and can say. */
@FunctionalInterface
public interface GenerationControl {

  /**
   * Called on the generating thread should LLVM meet a fatal error in this process, after which the
   * thread is parked for good and this process generates no more code; the thread must be a daemon.
   */
  void threadLost(PinkBackendException reason);

  /**
   * A step of LLVM's has ended on the generating thread; by default nobody wants to know. What
   * another process does is not told.
   *
   * @param startNanos when it began, as {@link System#nanoTime} counts
   * @param endNanos when it ended
   */
  default void took(GenerationStep step, long startNanos, long endNanos) {}

  /**
   * Has an action run, on any thread, when the code is no longer wanted; at once if that has been
   * said already. Whoever can stop generating on the way asks for it; by default nobody says so.
   */
  default StopRegistration onStop(Runnable action) {
    return () -> {};
  }

  /** Keeps an action registered until it is closed. */
  interface StopRegistration extends AutoCloseable {
    @Override
    void close();
  }
}
