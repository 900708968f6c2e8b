package org.pinklang.modules.build;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Runs tasks on another executor's threads, a limited number at once, in order of arrival. */
final class Lanes implements TaskQueue {
  private final Executor threads;
  private final int limit;

  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private int busy;

  Lanes(Executor threads, int limit) {
    this.threads = threads;
    this.limit = limit;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      waiting.add(task);
    }
    try {
      openLane();
    } catch (RuntimeException | Error e) {
      // One that is no longer waiting runs in another lane or was discarded.
      if (withdraw(task)) {
        throw e;
      }
    }
  }

  private synchronized boolean withdraw(Runnable task) {
    return waiting.remove(task);
  }

  @Override
  public synchronized int discard() {
    int discarded = waiting.size();
    waiting.clear();
    return discarded;
  }

  /** Gives the calling task's place to another, for its thread is lost. */
  void abandonLane() {
    closeLane();
    openLane();
  }

  private void openLane() {
    if (!claimLane()) {
      return;
    }
    try {
      threads.execute(this::runLane);
    } catch (RuntimeException | Error e) {
      closeLane();
      throw e;
    }
  }

  private synchronized boolean claimLane() {
    if (busy == limit || waiting.isEmpty()) {
      return false;
    }
    busy++;
    return true;
  }

  private synchronized void closeLane() {
    busy--;
  }

  private synchronized @Nullable Runnable next() {
    Runnable task = waiting.poll();
    if (task == null) {
      busy--;
    }
    return task;
  }

  private void runLane() {
    for (Runnable task = next(); task != null; task = next()) {
      task.run();
    }
  }
}
