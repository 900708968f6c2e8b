package org.pinklang.api;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pinklang.modules.build.CancellationSignal;

/**
 * Lets runs take turns in the order in which they come, and stops them. Safe for any number of
 * threads.
 */
final class RunQueue {
  /** Those that have not ended, the oldest first. */
  private final Set<Cancellation> runs = new LinkedHashSet<>();

  private @Nullable Thread running;
  private boolean closed;

  /**
   * Runs when no other run goes on.
   *
   * @param caller stops the run, also while it waits
   * @param alone whether the runs that are there are stopped first
   * @throws CancellationException if stopped or if this thread is interrupted
   * @throws IllegalStateException if closed, or where this thread is in the middle of a run: it
   *     would wait for itself
   */
  <T> T run(Cancellation caller, boolean alone, Function<Cancellation, T> work) {
    Cancellation own = Cancellation.create();
    enter(own, alone);
    try (CancellationSignal.Registration registered = caller.signal().onCancel(() -> stop(own))) {
      waitForTurn(own);
      try {
        return work.apply(own);
      } finally {
        endTurn();
      }
    } finally {
      leave(own);
    }
  }

  private void enter(Cancellation own, boolean alone) {
    Set<Cancellation> before;
    synchronized (this) {
      requireOpen();
      requireOutside();
      before = alone ? Set.copyOf(runs) : Set.of();
      runs.add(own);
    }
    before.forEach(this::stop);
  }

  /** Throws where this is closed. */
  synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
  }

  private void requireOutside() {
    if (running == Thread.currentThread()) {
      throw new IllegalStateException(
          "a session's run cannot run or close the session: a listener is called within the run");
    }
  }

  private void stop(Cancellation run) {
    run.cancel();
    synchronized (this) {
      notifyAll();
    }
  }

  private synchronized void waitForTurn(Cancellation own) {
    while (!isFirst(own) && !own.isCancelled()) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("the thread that waited was interrupted");
      }
    }
    if (own.isCancelled()) {
      throw new CancellationException("the build was cancelled");
    }
    running = Thread.currentThread();
  }

  private boolean isFirst(Cancellation run) {
    return running == null && runs.iterator().next() == run;
  }

  private synchronized void endTurn() {
    running = null;
    notifyAll();
  }

  private synchronized void leave(Cancellation own) {
    runs.remove(own);
    notifyAll();
  }

  /**
   * Stops all runs and waits until they have ended, also where this thread is interrupted; whether
   * this was open.
   *
   * @throws IllegalStateException where this thread is in the middle of a run
   */
  boolean close() {
    Set<Cancellation> before;
    synchronized (this) {
      requireOutside();
      if (closed) {
        return false;
      }
      closed = true;
      before = Set.copyOf(runs);
    }
    before.forEach(this::stop);
    waitUntilEmpty();
    return true;
  }

  private synchronized void waitUntilEmpty() {
    boolean interrupted = false;
    while (!runs.isEmpty()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
