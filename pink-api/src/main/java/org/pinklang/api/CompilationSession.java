package org.pinklang.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pinklang.modules.build.LastBuild;
import org.pinklang.modules.history.ResultCache;
import org.pinklang.modules.source.FilesSeen;

/**
 * A compilation that is run again and again while its texts change: what an editor or a watching
 * build holds. Each run looks at all files anew, and makes again only what has changed since
 * earlier runs and what depends on that. What a run gives is what a run of its own would give.
 *
 * <pre>{@code
 * try (CompilationSession session = compilation.openSession()) {
 *   session.run();
 *   session.update(Path.of("lib/shapes.pink"), text);
 *   session.run().diagnostics().forEach(System.out::println);
 *   session.unit(Path.of("lib/shapes.pink")).flatMap(unit -> unit.symbolAt(120));
 * }
 * }</pre>
 *
 * <p>Safe for any number of threads. Texts may be changed and units asked at any time: a run sees
 * the texts of the moment in which it begins, and until it has ended, questions are about the
 * result of the last run and the texts of now. Runs take turns. A run that fails or is cancelled
 * changes nothing.
 *
 * <p>Memory holds what the last few runs used and made. Whoever opens a session closes it; results
 * of runs can be used further, and programs that were loaded from them are closed on their own.
 */
public final class CompilationSession implements AutoCloseable {
  /** What is remembered of machine code beyond the last runs, where no store is given. */
  private static final long OWN_STORE_BYTES = 64L << 20;

  private final Settings settings;
  private final Engine engine;
  private final boolean ownsEngine;
  private volatile @Nullable ResultCache results;
  private volatile Optional<LastBuild> last;
  private final RunQueue runs = new RunQueue();
  private volatile SessionProgram program;

  private CompilationSession(Settings settings, Engine engine, boolean ownsEngine) {
    this.settings = settings;
    this.engine = engine;
    this.ownsEngine = ownsEngine;
    results =
        EarlierResults.ofSession(
            EarlierResults.isNone(settings.store())
                ? Store.inMemory(OWN_STORE_BYTES)
                : settings.store(),
            engine.prebuilt(settings));
    this.last =
        FirstOfResolver.isFixed(settings.resolver())
            ? Optional.of(new LastBuild())
            : Optional.empty();
    this.program = new SessionProgram(settings, null, SessionTexts.NONE);
  }

  static CompilationSession open(Settings settings) {
    return settings
        .engine()
        .map(engine -> new CompilationSession(settings, engine, false))
        .orElseGet(() -> new CompilationSession(settings, Engine.open(), true));
  }

  /**
   * Shows another text for a file, which is neither read nor touched and need not exist, until
   * {@link #remove(Path)}. This does not make the file a source: it is what runs see where they
   * need the file.
   */
  public void update(Path file, String text) {
    Arguments.present(file, "file");
    Optional<String> shown = Optional.of(Arguments.present(text, "text"));
    change(texts -> texts.with(file, shown));
  }

  /** Makes a text in memory a source, or replaces the one of this name. */
  public void update(String name, String text) {
    if (Arguments.present(name, "name").isBlank()) {
      throw new IllegalArgumentException("a text needs a name, for example `main.pink`");
    }
    Optional<String> shown = Optional.of(Arguments.present(text, "text"));
    change(texts -> texts.with(name, shown));
  }

  /** Ends what {@link #update(Path, String)} or {@link #hide} began: the disk counts again. */
  public void remove(Path file) {
    Arguments.present(file, "file");
    change(texts -> texts.asOnDisk(file));
  }

  /** Takes a text in memory away from the sources, also one that the compilation began with. */
  public void remove(String name) {
    Arguments.present(name, "name");
    change(texts -> texts.with(name, Optional.empty()));
  }

  /** Lets runs see no file where there may be one, until it is updated or removed. */
  public void hide(Path file) {
    Arguments.present(file, "file");
    change(texts -> texts.with(file, Optional.empty()));
  }

  private synchronized void change(UnaryOperator<SessionTexts> edit) {
    // Under the lock that forgetting takes, so that nothing is kept by a session that is closed.
    runs.requireOpen();
    program = program.with(edit.apply(program.texts()));
  }

  /**
   * Runs with the texts of now, after the runs that others have asked for.
   *
   * @throws java.io.UncheckedIOException if an input cannot be read
   * @throws PinkBackendException if LLVM fails
   * @throws CancellationException if {@link #restart} or {@link #close} stops it, or this thread is
   *     interrupted
   * @throws IllegalStateException if the session is closed, or where a listener calls this within a
   *     run of the session
   */
  public CompilationResult run() {
    return run(Cancellation.create());
  }

  /**
   * As {@link #run()}, to be stopped through {@code cancellation}, also while it waits for its
   * turn.
   */
  public CompilationResult run(Cancellation cancellation) {
    Arguments.present(cancellation, "cancellation");
    return runs.run(cancellation, false, this::runNow);
  }

  /** As {@link #run()}, in place of all runs that have not ended: they are cancelled. */
  public CompilationResult restart() {
    return restart(Cancellation.create());
  }

  /** As {@link #restart()}, to be stopped through {@code cancellation}. */
  public CompilationResult restart(Cancellation cancellation) {
    Arguments.present(cancellation, "cancellation");
    return runs.run(cancellation, true, this::runNow);
  }

  /**
   * Runs on a thread of its own, which ends with the run. Cancelling the future does not stop the
   * run; a {@link Cancellation} does.
   */
  public CompletableFuture<CompilationResult> runAsync() {
    return runAsync(Cancellation.create());
  }

  /** As {@link #runAsync()}, to be stopped through {@code cancellation}. */
  public CompletableFuture<CompilationResult> runAsync(Cancellation cancellation) {
    Arguments.present(cancellation, "cancellation");
    runs.requireOpen();
    return AsyncRun.start(() -> run(cancellation));
  }

  private CompilationResult runNow(Cancellation cancellation) {
    SessionTexts texts = program.texts();
    CompilationResult unchanged = unchanged(cancellation);
    if (unchanged != null) {
      keep(unchanged, texts);
      return unchanged;
    }
    Settings current = settings.withSources(texts.over(settings.sources()));
    Optional<ResultCache> known = Optional.ofNullable(results);
    boolean ended = false;
    try {
      CompilationResult result = CompilationRun.run(current, engine, known, last, cancellation);
      keep(result, texts);
      ended = true;
      return result;
    } finally {
      if (!ended) {
        known.ifPresent(ResultCache::buildAbandoned);
      }
    }
  }

  /** The result of a run that need not look at more than the states of files; null for none. */
  private @Nullable CompilationResult unchanged(Cancellation cancellation) {
    CompilationResult before = program.result();
    ResultCache known = results;
    if (last.isEmpty() || before == null || known == null || !program.isOfLastRun()) {
      return null;
    }
    checkpoint(cancellation);
    engine.enter();
    try {
      FilesSeen now = new FilesSeen();
      if (known.filesSeen().lookAgain(now, () -> checkpoint(cancellation))) {
        known.keepFilesSeen(now);
        return before.unchanged(now.bytesRead());
      }
      known.lookedAt(now);
      return null;
    } catch (IOException e) {
      return null; // the run finds it, too, and says what it is
    } finally {
      engine.leave();
    }
  }

  private static void checkpoint(Cancellation cancellation) {
    if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the build was cancelled");
    }
  }

  /** How many results are in memory. */
  int remembered() {
    return Optional.ofNullable(results).map(ResultCache::size).orElse(0);
  }

  private synchronized void keep(CompilationResult result, SessionTexts texts) {
    program = program.after(result, texts);
  }

  /** The result of the last run that was neither cancelled nor failed. */
  public Optional<CompilationResult> lastResult() {
    runs.requireOpen();
    return Optional.ofNullable(program.result());
  }

  /**
   * A unit of the last run's program, with its text of now.
   *
   * @param name its logical name
   */
  public Optional<SessionUnit> unit(String name) {
    Arguments.present(name, "name");
    runs.requireOpen();
    return program.unit(name);
  }

  /** The unit that the last run's program had in a file, with its text of now. */
  public Optional<SessionUnit> unit(Path file) {
    Arguments.present(file, "file");
    runs.requireOpen();
    return program.unit(file);
  }

  /** Why the last run checked a unit again, by its logical name; empty where it did not. */
  public Optional<Rebuild> why(String unit) {
    Arguments.present(unit, "unit");
    return lastResult().flatMap(result -> result.why(unit));
  }

  /**
   * Stops runs that have not ended and frees everything. Closing again has no effect.
   *
   * @throws IllegalStateException where a listener calls this within a run of the session
   */
  @Override
  public void close() {
    if (runs.close()) {
      forget();
      if (ownsEngine) {
        engine.close();
      }
    }
  }

  private synchronized void forget() {
    program = new SessionProgram(settings, null, SessionTexts.NONE);
    results = null;
    last = Optional.empty();
  }
}
