package org.pinklang.modules.build;

import java.util.concurrent.Executor;

/** Runs the tasks of one build and lets go of those that have not begun. */
interface TaskQueue extends Executor {

  /**
   * Runs a task some time.
   *
   * @throws RuntimeException if the task will never run nor be {@link #discard discarded}, for
   *     there is no thread for it
   */
  @Override
  void execute(Runnable task);

  /** Forgets the tasks that have not begun; returns how many there were. */
  int discard();
}
