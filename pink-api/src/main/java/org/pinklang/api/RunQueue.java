package org.pinklang.api;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.pinklang.modules.build.CancellationSignal;

/** Lets runs take turns, and stops them. Safe for any number of threads. */
final class RunQueue {
  private final Set<Cancellation> runs = new HashSet<>();
  private boolean busy;
  private boolean closed;

  /**
   * Runs when no other run goes on.
   *
   * @param caller stops the run, also while it waits
   * @param alone whether the runs that are there are stopped first
   * @throws CancellationException if stopped or if this thread is interrupted
   * @throws IllegalStateException if closed
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

  private void stop(Cancellation run) {
    run.cancel();
    synchronized (this) {
      notifyAll();
    }
  }

  private synchronized void waitForTurn(Cancellation own) {
    while (busy && !own.isCancelled()) {
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
    busy = true;
  }

  private synchronized void endTurn() {
    busy = false;
    notifyAll();
  }

  private synchronized void leave(Cancellation own) {
    runs.remove(own);
    notifyAll();
  }

  /**
   * Stops all runs and waits until they have ended, also where this thread is interrupted; whether
   * this was open.
   */
  boolean close() {
    Set<Cancellation> before;
    synchronized (this) {
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
