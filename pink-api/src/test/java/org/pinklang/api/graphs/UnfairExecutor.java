package org.pinklang.api.graphs;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in an order drawn by lot: of those that wait, none is before another. Closing ends its
 * threads once every task has run.
 */
final class UnfairExecutor implements Executor, AutoCloseable {
  private final List<Runnable> waiting = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Random lot;
  private boolean closed;

  UnfairExecutor(int threadCount, long seed) {
    lot = new Random(seed);
    for (int i = 0; i < threadCount; i++) {
      threads.add(Thread.ofPlatform().daemon().name("unfair-" + i).start(this::work));
    }
  }

  @Override
  public synchronized void execute(Runnable task) {
    if (closed) {
      throw new IllegalStateException("a task after the end");
    }
    waiting.add(task);
    notifyAll();
  }

  private void work() {
    try {
      for (Runnable task = next(); task != null; task = next()) {
        task.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Runnable next() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    return waiting.isEmpty() ? null : waiting.remove(lot.nextInt(waiting.size()));
  }

  @Override
  public void close() throws InterruptedException {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
