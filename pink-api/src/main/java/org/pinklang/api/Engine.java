package org.pinklang.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.process.IsolatedGenerator;
import org.pinklang.codegen.process.Reproducer;
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

  private static final long BACKGROUND_IDLE_SECONDS = 5;

  private final Workers workers = new Workers();
  private final CodeGenerator generator;
  private final StandardRoot standard = new StandardRoot();
  private final Map<String, PrebuiltModules> prebuilt = new ConcurrentHashMap<>();
  private final Toolchain toolchain = new Toolchain();
  private final AtomicBoolean prepared = new AtomicBoolean();
  private final AtomicInteger runs = new AtomicInteger();
  private final Set<org.pinklang.modules.store.Store> stores = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor background = background();

  private final Optional<IsolatedGenerator> isolated;

  private Engine(CodeGenerator generator, Optional<IsolatedGenerator> isolated) {
    this.generator = generator;
    this.isolated = isolated;
  }

  private static ScheduledThreadPoolExecutor background() {
    ScheduledThreadPoolExecutor background =
        new ScheduledThreadPoolExecutor(
            1, work -> Thread.ofPlatform().daemon().name("pink-engine").unstarted(work));
    background.setKeepAliveTime(BACKGROUND_IDLE_SECONDS, TimeUnit.SECONDS);
    background.allowCoreThreadTimeOut(true);
    background.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return background;
  }

  /** An engine with nothing set up yet, which has LLVM at work in this process. */
  public static Engine open() {
    return open(Isolation.IN_PROCESS);
  }

  /** An engine with nothing set up yet. */
  public static Engine open(Isolation isolation) {
    return builder().isolation(isolation).open();
  }

  /** Starts the settings of an engine. */
  public static EngineBuilder builder() {
    return new EngineBuilder();
  }

  /** An engine that closes a generator of code with itself. */
  static Engine open(CodeGenerator generator) {
    return new Engine(generator, Optional.empty());
  }

  /** An engine that has code generated in child processes, and closes these with itself. */
  static Engine open(IsolatedGenerator isolated) {
    return new Engine(new CodeGenerator(isolated), Optional.of(isolated));
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
        background.schedule(this::flush, FLUSH_DELAY_MILLIS, TimeUnit.MILLISECONDS);
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

  /**
   * Has code generated, also where the engine is closed, as far as nothing outside this process is
   * needed for it.
   */
  <T> T generate(Function<CodeGenerator, T> work) {
    if (isolated.isPresent()) {
      return work.apply(generator);
    }
    try (CodeGenerator own = new CodeGenerator()) {
      return work.apply(own);
    }
  }

  StandardRoot standard() {
    return standard;
  }

  /**
   * Has code generation set up on another thread, which takes longer than checking a small program;
   * the second time this does nothing.
   */
  void prepareGenerator() {
    if (!prepared.getAndSet(true)) {
      try {
        background.execute(generator::prepare);
      } catch (RejectedExecutionException e) {
        // Closed meanwhile, so that nothing is going to be generated.
      }
    }
  }

  /** What was prebuilt of the standard modules. */
  PrebuiltModules prebuilt(Settings settings) {
    return prebuilt.computeIfAbsent(
        PrebuiltModules.resource(settings.target(), settings.optimization()),
        resource -> new PrebuiltModules(settings.target(), settings.optimization()));
  }

  Toolchain toolchain() {
    return toolchain;
  }

  /**
   * Has a child process do again what one failed at.
   *
   * @param file what {@link PinkBackendException#reproducer} named. LLVM is given what it holds, so
   *     it is to come from where programs to be run may come from, too
   * @return what the child makes of it now: an object, or whatever else was asked for
   * @throws IOException if the file cannot be read, is damaged, or is of another version
   * @throws PinkBackendException if it fails again; there is a new file then
   * @throws IllegalStateException if this engine is not one of {@link Isolation#PROCESS}, or closed
   */
  public byte[] reproduce(Path file) throws IOException {
    Reproducer reproducer = Reproducer.read(Arguments.present(file, "file"));
    IsolatedGenerator children =
        isolated.orElseThrow(
            () ->
                new IllegalStateException(
                    "a failure is reproduced by an engine of Isolation.PROCESS only"));
    enter();
    try {
      return reproducer.run(children);
    } catch (org.pinklang.codegen.PinkBackendException e) {
      throw new PinkBackendException(e);
    } finally {
      leave();
    }
  }

  /**
   * Ends the threads, and child processes, and frees what was set up. Closing again has no effect.
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
      background.close();
      flush();
      workers.close();
      generator.close();
    }
  }
}
