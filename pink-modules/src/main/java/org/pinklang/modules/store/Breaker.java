package org.pinklang.modules.store;

import java.util.concurrent.atomic.AtomicInteger;

/** Gives up on something that fails again and again. */
final class Breaker {
  private static final int ENOUGH = 3;

  private final AtomicInteger failures = new AtomicInteger();

  boolean isOpen() {
    return failures.get() >= ENOUGH;
  }

  void succeeded() {
    failures.set(0);
  }

  /** Counts a failure in a row; says whether it was the one after which to give up. */
  boolean failed() {
    return failures.incrementAndGet() == ENOUGH;
  }

  /** Gives up now; says whether that had not been done. */
  boolean open() {
    return failures.getAndSet(ENOUGH) < ENOUGH;
  }

  /** Allows one attempt, which decides. */
  void retry() {
    failures.updateAndGet(count -> Math.min(count, ENOUGH - 1));
  }
}
