package org.pinklang.modules.build;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of an engine: daemons with a stack large enough for parsing, checking and LLVM. They
 * start when there is work and end after being idle for a while. Safe for any number of threads.
 */
public final class Workers implements AutoCloseable {
  private static final long STACK_BYTES = 512L << 20;
  private static final long IDLE_SECONDS = 5;

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger started = new AtomicInteger();
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          this::newThread);

  private Thread newThread(Runnable work) {
    String name = "pink-worker-" + started.incrementAndGet();
    Thread thread = new Thread(null, work, name, STACK_BYTES);
    thread.setDaemon(true);
    // A thread cannot say itself that it has ended, as it would have to do so while it still runs.
    threads.removeIf(other -> other.getState() == Thread.State.TERMINATED);
    threads.add(thread);
    return thread;
  }

  /** A view of the threads that runs at most {@code limit} tasks at once, in order of arrival. */
  Lanes lanes(int limit) {
    return new Lanes(pool, limit);
  }

  /** Forgets the calling thread, which will never come back from native code. */
  void abandonThread() {
    threads.remove(Thread.currentThread());
  }

  /**
   * Ends the threads and waits until they have ended, also where the calling thread is interrupted.
   * No build may be running.
   */
  @Override
  public void close() {
    pool.shutdown();
    threads.forEach(Workers::waitFor);
  }

  /** Waits until a thread has ended; an interrupt is kept for who asks afterwards. */
  public static void waitFor(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
