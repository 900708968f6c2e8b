package org.pinklang.api;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pinklang.modules.build.CancellationSignal;

/**
 * Lets one thread stop compilations that run on others. One cancellation may be given to any number
 * of runs. Safe for any number of threads.
 */
public final class Cancellation {
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final Set<Once> actions = ConcurrentHashMap.newKeySet();

  /** A cancellation that has not been asked for. */
  public static Cancellation create() {
    return new Cancellation();
  }

  private Cancellation() {}

  /** Asks every run that was given this to stop; asking again has no effect. */
  public void cancel() {
    if (cancelled.compareAndSet(false, true)) {
      actions.forEach(Once::run);
    }
  }

  /** Whether stopping was asked for. */
  public boolean isCancelled() {
    return cancelled.get();
  }

  CancellationSignal signal() {
    return this::register;
  }

  private CancellationSignal.Registration register(Runnable action) {
    Once once = new Once(action);
    actions.add(once);
    if (cancelled.get()) {
      once.run();
    }
    return () -> actions.remove(once);
  }

  /** An action that cancelling and registering may both run, at the same time. */
  private static final class Once {
    private final AtomicBoolean done = new AtomicBoolean();
    private final Runnable action;

    private Once(Runnable action) {
      this.action = action;
    }

    private void run() {
      if (done.compareAndSet(false, true)) {
        action.run();
      }
    }
  }
}
