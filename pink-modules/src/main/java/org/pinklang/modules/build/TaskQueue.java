package org.pinklang.modules.build;

import java.util.concurrent.Executor;

/** Runs the tasks of one build and lets go of those that have not begun. */
interface TaskQueue extends Executor {

  /** Forgets the tasks that have not begun; returns how many there were. */
  int discard();
}
