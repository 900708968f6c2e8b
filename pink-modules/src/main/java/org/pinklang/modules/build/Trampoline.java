package org.pinklang.modules.build;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks on a caller's executor without ever running one inside another, so that even an
 * executor that runs what it is given at once needs no more stack than one task.
 */
final class Trampoline implements TaskQueue {
  private final Executor target;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final Set<Thread> inside = ConcurrentHashMap.newKeySet();

  Trampoline(Executor target) {
    this.target = target;
  }

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    try {
      target.execute(this::runWaiting);
    } catch (RuntimeException e) {
      // A task that is no longer waiting was begun by another thread or discarded, and counted so.
      if (waiting.remove(task)) {
        throw new RejectedExecutionException(
            "the executor of the build did not take a task; it must take all until the build ends",
            e);
      }
    }
  }

  @Override
  public int discard() {
    int discarded = 0;
    while (waiting.poll() != null) {
      discarded++;
    }
    return discarded;
  }

  private void runWaiting() {
    if (!inside.add(Thread.currentThread())) {
      // The loop further up on this thread's stack takes the task.
      return;
    }
    try {
      for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
        task.run();
      }
    } finally {
      inside.remove(Thread.currentThread());
    }
  }
}
