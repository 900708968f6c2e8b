package org.pinklang.api;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
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
  private static final long FLUSHER_IDLE_SECONDS = 5;

  private final Workers workers = new Workers();
  private final CodeGenerator generator;
  private final StandardRoot standard = new StandardRoot();
  private final Toolchain toolchain = new Toolchain();
  private final AtomicInteger runs = new AtomicInteger();
  private final Set<org.pinklang.modules.store.Store> stores = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor flusher =
      new ThreadPoolExecutor(
          0,
          1,
          FLUSHER_IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          work -> Thread.ofPlatform().daemon().name("pink-store").unstarted(work));

  private Engine(CodeGenerator generator) {
    this.generator = generator;
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
   * Lets a store make lasting what was put, after the caller has its results and before this
   * closes.
   */
  void flushLater(org.pinklang.modules.store.Store store) {
    stores.add(store);
    flusher.execute(this::flush);
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
      workers.close();
      generator.close();
    }
  }
}
