package org.pinklang.codegen.process;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Says when the patience with a child is over, on a thread of its own that ends when nothing has
 * been watched for some seconds.
 */
final class DeadlineClock implements AutoCloseable {
  private static final long IDLE_SECONDS = 5;

  /** The threads that may still run; one at a time but while one follows another. */
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, this::thread);

  DeadlineClock() {
    clock.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    clock.allowCoreThreadTimeOut(true);
    clock.setRemoveOnCancelPolicy(true);
  }

  private Thread thread(Runnable work) {
    threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
    Thread thread = Thread.ofPlatform().daemon().name("pink-deadlines").unstarted(work);
    threads.add(thread);
    return thread;
  }

  /** What is done when a time is over, unless it is cancelled before. */
  Future<?> after(Duration patience, Runnable action) {
    return clock.schedule(action, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Forgets what was still to be done; when this returns, no thread of the clock is left. */
  @Override
  public void close() {
    clock.shutdownNow();
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
