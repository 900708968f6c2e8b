package org.pinklang.modules.build;

/** Says that the result of a build is no longer wanted. Safe for any number of threads. */
@FunctionalInterface
public interface CancellationSignal {

  /** A signal that is never given. */
  CancellationSignal NEVER = action -> () -> {};

  /** Calls {@code action} once when the signal is given, at once if it was given already. */
  Registration onCancel(Runnable action);

  /** Keeps an action registered until it is closed. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
