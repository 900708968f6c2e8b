package org.pinklang.link.load;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps something alive while it is in use: closing forbids new uses at once and frees it when the
 * last one has ended, possibly on another thread. No thread ever waits.
 */
final class Lifetime {
  private static final long CLOSED = Long.MIN_VALUE;

  /** The number of uses; the sign says that no more are allowed. */
  private final AtomicLong uses = new AtomicLong();

  private final Runnable free;

  /** {@code free} is run once, by the thread that ends the last use or closes. */
  Lifetime(Runnable free) {
    this.free = free;
  }

  /**
   * Begins a use, which {@link #leave} must end; throws {@link IllegalStateException} if closed.
   */
  void enter() {
    long present;
    do {
      present = uses.get();
      if (present < 0) {
        throw new IllegalStateException("the loaded program has been closed");
      }
    } while (!uses.compareAndSet(present, present + 1));
  }

  void leave() {
    if (uses.decrementAndGet() == CLOSED) {
      free.run();
    }
  }

  /** Closing again has no effect. */
  void close() {
    long before = uses.getAndUpdate(value -> value | CLOSED);
    if (before == 0) {
      free.run();
    }
  }
}
