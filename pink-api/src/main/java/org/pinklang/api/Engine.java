package org.pinklang.api;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.modules.build.Workers;
import org.pinklang.modules.source.StandardRoot;

/**
 * What compilations share: threads, and what it costs time to set up for generating code. Open as
 * long as it is wanted; a compilation that is not given one makes its own for each run. Safe for
 * any number of threads; whoever opens an engine closes it.
 */
public final class Engine implements AutoCloseable {
  private static final int CLOSED = Integer.MIN_VALUE;

  /** So long a store waits to be flushed, for what is made of the results to be out first. */
  private static final long FLUSH_DELAY_MILLIS = 500;

  private static final long FLUSHER_IDLE_SECONDS = 5;

  private final Workers workers = new Workers();
  private final CodeGenerator generator;
  private final StandardRoot standard = new StandardRoot();
  private final Toolchain toolchain = new Toolchain();
  private final AtomicInteger runs = new AtomicInteger();
  private final Set<org.pinklang.modules.store.Store> stores = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor flusher = flusher();

  private Engine(CodeGenerator generator) {
    this.generator = generator;
  }

  private static ScheduledThreadPoolExecutor flusher() {
    ScheduledThreadPoolExecutor flusher =
        new ScheduledThreadPoolExecutor(
            1, work -> Thread.ofPlatform().daemon().name("pink-store").unstarted(work));
    flusher.setKeepAliveTime(FLUSHER_IDLE_SECONDS, TimeUnit.SECONDS);
    flusher.allowCoreThreadTimeOut(true);
    flusher.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return flusher;
  }

  /** An engine with nothing set up yet. */
  public static Engine open() {
    return open(new CodeGenerator());
  }

  /** An engine that closes a generator of code with itself. */
  static Engine open(CodeGenerator generator) {
    return new Engine(generator);
  }

  /** Says that a run uses the engine. */
  void enter() {
    if (runs.getAndUpdate(count -> count < 0 ? count : count + 1) < 0) {
      throw new IllegalStateException("the engine is closed");
    }
  }

  /** Says that a run has ended. */
  void leave() {
    runs.decrementAndGet();
  }

  /**
   * Lets a store make lasting what was put: a while after the caller has its results, and before
   * this closes; at once where it is closed.
   */
  void flushLater(org.pinklang.modules.store.Store store) {
    if (stores.add(store)) {
      try {
        flusher.schedule(this::flush, FLUSH_DELAY_MILLIS, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        flush();
      }
    }
  }

  private void flush() {
    for (org.pinklang.modules.store.Store store : Set.copyOf(stores)) {
      stores.remove(store);
      store.flush();
    }
  }

  Workers workers() {
    return workers;
  }

  CodeGenerator generator() {
    return generator;
  }

  StandardRoot standard() {
    return standard;
  }

  Toolchain toolchain() {
    return toolchain;
  }

  /**
   * Ends the threads and frees what was set up. Closing again has no effect.
   *
   * @throws IllegalStateException if a compilation is running
   */
  @Override
  public void close() {
    int before = runs.getAndUpdate(count -> count == 0 ? CLOSED : count);
    if (before > 0) {
      throw new IllegalStateException(before + " compilations of this engine are still running");
    }
    if (before == 0) {
      flusher.close();
      flush();
      workers.close();
      generator.close();
    }
  }
}
