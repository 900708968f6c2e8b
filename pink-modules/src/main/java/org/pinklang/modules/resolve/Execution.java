package org.pinklang.modules.resolve;

import java.util.concurrent.Executor;

/** On what threads a build does its work. */
public sealed interface Execution {

  /** Everything on one thread, in one fixed order, while the caller waits. */
  record SingleThreaded() implements Execution {}

  /** On at most {@code threads} threads of the engine. */
  record Pool(int threads) implements Execution {

    /** Checks that there is a thread. */
    public Pool {
      if (threads < 1) {
        throw new IllegalArgumentException("a pool needs at least 1 thread, not " + threads);
      }
    }
  }

  /**
   * Reading, scanning and resolving as tasks of an executor; what needs a large stack on threads of
   * the engine, one for each processor.
   */
  record On(Executor executor) implements Execution {}
}
