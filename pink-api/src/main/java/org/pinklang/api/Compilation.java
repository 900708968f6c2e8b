package org.pinklang.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From sources to a result: what is compiled, where imports are found, and what comes out.
 * Immutable; it can be run any number of times, also at the same time on several threads, and reads
 * the files again in each run.
 *
 * <pre>{@code
 * CompilationResult result = Compilation.builder()
 *     .sources(Sources.files(Path.of("app/main.pink")))
 *     .sourcePath(Path.of("lib"))
 *     .build()
 *     .run();
 * }</pre>
 */
public final class Compilation {
  private final Settings settings;

  private Compilation(Settings settings) {
    this.settings = settings;
  }

  /** Starts a compilation. */
  public static Builder builder() {
    return new Builder();
  }

  Settings settings() {
    return settings;
  }

  /** A builder with the settings of this compilation, each of which may be set anew once. */
  public Builder toBuilder() {
    return new Builder(settings);
  }

  /**
   * Runs on this thread's time: it waits while the engine's threads work.
   *
   * @throws java.io.UncheckedIOException if an input cannot be read
   * @throws PinkBackendException if LLVM fails
   */
  public CompilationResult run() {
    return run(Cancellation.create());
  }

  /**
   * Runs until it is done or cancelled.
   *
   * @throws CancellationException if cancelled or if this thread is interrupted; nothing of the run
   *     goes on then
   * @throws java.io.UncheckedIOException if an input cannot be read
   * @throws PinkBackendException if LLVM fails
   */
  public CompilationResult run(Cancellation cancellation) {
    Arguments.present(cancellation, "cancellation");
    return onEngine(engine -> CompilationRun.run(settings, engine, cancellation));
  }

  /**
   * Looks whether a task need not be done, because an earlier run of an equal compilation, in any
   * process, has {@linkplain CompilationResult#markUpToDate done} it, and every file and folder
   * that it went by or wrote is as it was. That asks for the states of files, and reads those that
   * were just being written then; it starts no thread and needs no engine.
   *
   * @param task what would be made of the result, with all that decides it beside this compilation:
   *     the form and the path of an output, for example
   * @return what there is to tell of it; empty where the task is to be done, or nothing is known
   */
  public Optional<UpToDateTask> upToDate(String task) {
    Arguments.present(task, "task");
    return TaskRecords.areDecisive(settings)
        ? new TaskRecords(settings.store()).find(TaskRecords.question(settings, task))
        : Optional.empty();
  }

  private <T> T onEngine(Function<Engine, T> work) {
    Optional<Engine> shared = settings.engine();
    if (shared.isPresent()) {
      return work.apply(shared.get());
    }
    try (Engine own = Engine.open()) {
      return work.apply(own);
    }
  }

  /** As {@link #verify(Cancellation)}, without an end but its own. */
  public Verification verify() {
    return verify(Cancellation.create());
  }

  /**
   * Runs twice, as {@link #run()} does and from nothing in memory, and compares manifests,
   * diagnostics, what is compiled and the executable, all of which must be the same, byte for byte.
   * No file is written.
   *
   * @throws CancellationException as for {@link #run(Cancellation)}
   * @throws java.io.UncheckedIOException if an input cannot be read, or there is no place for the
   *     linker's temporary files
   * @throws PinkBackendException if LLVM fails
   */
  public Verification verify(Cancellation cancellation) {
    Arguments.present(cancellation, "cancellation");
    return onEngine(engine -> BuildComparison.verify(settings, engine, cancellation));
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
    return AsyncRun.start(() -> run(cancellation));
  }

  /**
   * Begins a session: runs of this compilation that share what they make, whose texts can be
   * changed without touching files. The caller closes it, and an engine that was given after it.
   */
  public CompilationSession openSession() {
    return CompilationSession.open(settings);
  }

  /**
   * Collects the settings of a compilation. Each may be set once; each setter checks its value. For
   * one thread.
   */
  public static final class Builder {
    private enum Setting {
      SOURCES("sources"),
      SOURCE_PATH("sourcePath"),
      MANIFEST_PATH("manifestPath"),
      RESOLVER("resolver"),
      VALIDITY("validity"),
      OPTIMIZATION("optimization"),
      DEBUG_INFORMATION("debugInformation"),
      TARGET("target"),
      OUTPUT("output"),
      EMBED_SOURCE("embedSource"),
      ENGINE("engine"),
      STORE("store"),
      LISTENER("listener"),
      VERIFY("verify");

      private final String setter;

      Setting(String setter) {
        this.setter = setter;
      }
    }

    private final Set<Setting> done = EnumSet.noneOf(Setting.class);
    private @Nullable Sources sources;
    private List<Path> sourcePath = List.of();
    private final Map<String, Path> manifests = new TreeMap<>();
    private List<Path> manifestPath = List.of();
    private Validity validity = Validity.CONTENT;
    private ManifestResolver resolver =
        ManifestResolver.threadPool(Runtime.getRuntime().availableProcessors());
    private Optimization optimization = Optimization.O0;
    private boolean debugInformation;
    private @Nullable Target target;
    private Output output = Output.OBJECTS;
    private boolean embedSource;
    private @Nullable Engine engine;
    private Store store = Store.none();
    private CompilationListener listener = CompilationListener.NONE;
    private boolean verify;

    private Builder() {}

    private Builder(Settings settings) {
      sources = settings.sources();
      sourcePath = settings.sourcePath();
      manifests.putAll(settings.manifests());
      manifestPath = settings.manifestPath();
      resolver = settings.resolver();
      validity = settings.validity();
      optimization = settings.optimization();
      debugInformation = settings.debugInformation();
      target = settings.target();
      output = settings.output();
      embedSource = settings.embedSource();
      engine = settings.engine().orElse(null);
      store = settings.store();
      listener = settings.listener();
      verify = settings.verify();
    }

    private <T> T once(Setting setting, T value) {
      Arguments.present(value, setting.setter);
      if (!done.add(setting)) {
        throw new IllegalStateException("`" + setting.setter + "` has been set already");
      }
      return value;
    }

    /** What is compiled; must be set. */
    public Builder sources(Sources sources) {
      if (Arguments.present(sources, "sources").isEmpty()) {
        throw new IllegalArgumentException("`sources` is empty: there is nothing to compile");
      }
      this.sources = once(Setting.SOURCES, sources);
      return this;
    }

    /** The folders under which imported modules lie, in order. */
    public Builder sourcePath(Path... folders) {
      return sourcePath(Arrays.asList(Arguments.present(folders, "sourcePath")));
    }

    /**
     * The folders under which imported modules lie, in order; without them those of the program
     * units given.
     *
     * @throws IllegalArgumentException if one is a file
     */
    public Builder sourcePath(Collection<Path> folders) {
      sourcePath = once(Setting.SOURCE_PATH, folders(folders, "sourcePath"));
      return this;
    }

    private static List<Path> folders(Collection<Path> folders, String setter) {
      List<Path> copy = Arguments.allPresent(folders, setter);
      for (Path folder : copy) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
          throw new IllegalArgumentException("`" + setter + "`: `" + folder + "` is not a folder");
        }
      }
      return copy;
    }

    /**
     * Takes a unit that is imported from a file: its manifest, binary or as text, or its source. To
     * be set any number of times; the last file for a name wins.
     *
     * @param name of the module or partition, {@code m} or {@code m:p}
     * @throws IllegalArgumentException if the name is none of a module or partition
     */
    public Builder manifest(String name, Path file) {
      UnitNames.parse(Arguments.present(name, "name"));
      manifests.put(name, Arguments.present(file, "file"));
      return this;
    }

    /** The folders in which manifests of imported units lie, in order. */
    public Builder manifestPath(Path... folders) {
      return manifestPath(Arrays.asList(Arguments.present(folders, "manifestPath")));
    }

    /**
     * The folders in which manifests of imported units lie, in order: {@code a.b.pmi} for a module,
     * {@code a.b-p.pmi} for a partition, and their objects beside. Files given with {@link
     * #manifest} are asked first, then these folders, then the {@link #resolver}.
     *
     * @throws IllegalArgumentException if one is a file
     */
    public Builder manifestPath(Collection<Path> folders) {
      manifestPath = once(Setting.MANIFEST_PATH, folders(folders, "manifestPath"));
      return this;
    }

    /** When a manifest from a file is believed; without it {@link Validity#CONTENT}. */
    public Builder validity(Validity validity) {
      this.validity = once(Setting.VALIDITY, validity);
      return this;
    }

    /**
     * Where manifests of imported units come from, and on what threads; without it the source path,
     * on as many threads as there are processors.
     */
    public Builder resolver(ManifestResolver resolver) {
      this.resolver = once(Setting.RESOLVER, resolver);
      return this;
    }

    /** How much is optimised; without it not at all. */
    public Builder optimization(Optimization optimization) {
      this.optimization = once(Setting.OPTIMIZATION, optimization);
      return this;
    }

    /**
     * Whether code says for debuggers which lines, functions, variables and types it was made from,
     * at every level of optimisation; without it not. What the code does is the same.
     */
    public Builder debugInformation(boolean debugInformation) {
      this.debugInformation = once(Setting.DEBUG_INFORMATION, debugInformation);
      return this;
    }

    /** What code is made for; without it this machine. */
    public Builder target(Target target) {
      this.target = once(Setting.TARGET, target);
      return this;
    }

    /** What comes out; without it objects. */
    public Builder output(Output output) {
      this.output = once(Setting.OUTPUT, output);
      return this;
    }

    /** Whether manifests that come out hold the texts they were made from; without it not. */
    public Builder embedSource(boolean embedSource) {
      this.embedSource = once(Setting.EMBED_SOURCE, embedSource);
      return this;
    }

    /** What to share with other compilations; the caller closes it. */
    public Builder engine(Engine engine) {
      this.engine = once(Setting.ENGINE, engine);
      return this;
    }

    /**
     * Where results of earlier runs are found and those of this one are kept; without it each run
     * makes everything. The caller may share it with other compilations, engines and processes.
     */
    public Builder store(Store store) {
      this.store = once(Setting.STORE, store);
      return this;
    }

    /** Who is told how a run goes. */
    public Builder listener(CompilationListener listener) {
      this.listener = once(Setting.LISTENER, listener);
      return this;
    }

    /** Whether LLVM checks what it is given, which costs time and finds bugs of the compiler. */
    public Builder verify(boolean verify) {
      this.verify = once(Setting.VERIFY, verify);
      return this;
    }

    /**
     * The compilation.
     *
     * @throws IllegalStateException if there are no sources
     */
    public Compilation build() {
      if (sources == null) {
        throw new IllegalStateException("`sources` must be set");
      }
      return new Compilation(
          new Settings(
              sources,
              sourcePath,
              Map.copyOf(manifests),
              manifestPath,
              resolver,
              validity,
              optimization,
              debugInformation,
              target == null ? Target.host() : target,
              output,
              embedSource,
              Optional.ofNullable(engine),
              store,
              listener,
              verify));
    }
  }
}
