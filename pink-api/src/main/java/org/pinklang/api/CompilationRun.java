package org.pinklang.api;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.pinklang.codegen.emit.CodeCache;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.emit.CodegenRequest;
import org.pinklang.codegen.emit.CodegenResult;
import org.pinklang.codegen.emit.OutputKind;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.modules.build.BackEnd;
import org.pinklang.modules.build.BodyUse;
import org.pinklang.modules.build.Build;
import org.pinklang.modules.build.BuildRequest;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.CompiledUnit;
import org.pinklang.modules.build.LastBuild;
import org.pinklang.modules.build.Reuse;
import org.pinklang.modules.history.ResultCache;
import org.pinklang.modules.resolve.Execution;
import org.pinklang.modules.source.SourceInput;

/** One run: reads from settings to result as the pipeline. */
final class CompilationRun {
  private final Settings settings;
  private final Engine engine;
  private final Earlier earlier;
  private final Cancellation cancellation;
  private final EventLog events;
  private final long startMillis = System.currentTimeMillis();

  /**
   * What a run takes from those before it.
   *
   * @param results of all units
   * @param standard results of the standard modules, where there are no others
   * @param last what the last run of the session has left
   */
  private record Earlier(
      Optional<ResultCache> results, Optional<ResultCache> standard, Optional<LastBuild> last) {}

  private CompilationRun(
      Settings settings, Engine engine, Earlier earlier, Cancellation cancellation) {
    this.settings = settings;
    this.engine = engine;
    this.earlier = earlier;
    this.cancellation = cancellation;
    this.events = new EventLog(settings.listener());
  }

  static CompilationResult run(Settings settings, Engine engine, Cancellation cancellation) {
    PrebuiltModules prebuilt = engine.prebuilt(settings);
    Optional<ResultCache> results = EarlierResults.of(settings.store(), prebuilt);
    Optional<ResultCache> standard =
        results.isPresent() ? Optional.empty() : Optional.of(EarlierResults.ofPrebuilt(prebuilt));
    return run(settings, engine, new Earlier(results, standard, Optional.empty()), cancellation);
  }

  /**
   * A run that shares what it finds and makes with others, in memory too; one without makes
   * everything, the standard modules included.
   */
  static CompilationResult run(
      Settings settings, Engine engine, Optional<ResultCache> results, Cancellation cancellation) {
    Earlier earlier = new Earlier(results, Optional.empty(), Optional.empty());
    return run(settings, engine, earlier, cancellation);
  }

  /**
   * A run of a session.
   *
   * @param last what the last run has left, and takes what this one leaves; empty where resolvers
   *     may answer otherwise though no file has changed
   */
  static CompilationResult run(
      Settings settings,
      Engine engine,
      Optional<ResultCache> results,
      Optional<LastBuild> last,
      Cancellation cancellation) {
    return run(settings, engine, new Earlier(results, Optional.empty(), last), cancellation);
  }

  private static CompilationResult run(
      Settings settings, Engine engine, Earlier earlier, Cancellation cancellation) {
    engine.enter();
    try {
      return new CompilationRun(settings, engine, earlier, cancellation).run();
    } catch (org.pinklang.codegen.PinkBackendException e) {
      throw new PinkBackendException(e);
    } finally {
      // Also of a run that failed: connections end, and a store that had given up tries again.
      earlier.results().ifPresent(known -> engine.flushLater(known.store()));
      engine.leave();
    }
  }

  private CompilationResult run() {
    BuildResult built =
        Build.run(request(), engine.standard(), engine.workers(), cancellation.signal(), events);
    events.report();
    earlier.results().ifPresent(ResultCache::buildEnded);
    RunFiles files =
        earlier
            .results()
            .map(known -> new RunFiles(known.filesSeen(), startMillis))
            .orElseGet(RunFiles::unknown);
    return new CompilationResult(settings, built, engine, earlier.results(), events, files);
  }

  private BuildRequest request() {
    return new BuildRequest(
        settings.sources().inputs(),
        settings.sourcePath(),
        settings.sources().overlays(),
        settings.manifestPath(),
        FirstOfResolver.adapt(settings.resolvers()),
        settings.validity().value(),
        settings
            .resolver()
            .threads()
            .map(ManifestResolver.Threads::execution)
            .orElseGet(() -> new Execution.Pool(Runtime.getRuntime().availableProcessors())),
        depth(),
        settings.target().description().dataModel(),
        outputKind().map(kind -> backEnd(engine.generator(), kind)),
        reuse());
  }

  private BuildRequest.Depth depth() {
    return switch (settings.output()) {
      case HEADS -> BuildRequest.Depth.HEADS;
      case GRAPH -> BuildRequest.Depth.GRAPH;
      case OWN_MANIFESTS -> BuildRequest.Depth.OWN_MANIFESTS;
      case CHECKED_MANIFESTS -> BuildRequest.Depth.CHECKED_MANIFESTS;
      case MANIFESTS -> BuildRequest.Depth.MANIFESTS;
      case DIAGNOSTICS -> BuildRequest.Depth.CHECK;
      case OBJECTS -> BuildRequest.Depth.COMPILE;
      case OWN_OBJECTS, ASSEMBLY, LLVM_IR, BITCODE -> BuildRequest.Depth.COMPILE_INPUTS;
    };
  }

  private Optional<OutputKind> outputKind() {
    return switch (settings.output()) {
      case HEADS, GRAPH, OWN_MANIFESTS, CHECKED_MANIFESTS, MANIFESTS, DIAGNOSTICS ->
          Optional.empty();
      case OBJECTS, OWN_OBJECTS -> Optional.of(OutputKind.OBJECT);
      case ASSEMBLY -> Optional.of(OutputKind.ASSEMBLY);
      case LLVM_IR -> Optional.of(OutputKind.LLVM_IR);
      case BITCODE -> Optional.of(OutputKind.BITCODE);
    };
  }

  /** What decides what a unit is compiled to, beside units; checking alone needs the layouts. */
  private Optional<Reuse> reuse() {
    // What LLVM would parse is never taken from a store.
    boolean ofUnits = outputKind().filter(kind -> kind != OutputKind.OBJECT).isEmpty();
    return earlier
        .results()
        .map(known -> reuse(known, Reuse.Scope.ALL_UNITS, ofUnits))
        .or(
            () ->
                earlier.standard().map(known -> reuse(known, Reuse.Scope.STANDARD_UNITS, ofUnits)));
  }

  private Reuse reuse(ResultCache known, Reuse.Scope scope, boolean ofUnits) {
    return new Reuse(known, options(), program(), ofUnits, scope, earlier.last());
  }

  private ContentHash options() {
    TargetDescription target = settings.target().description();
    HashWriter options = new HashWriter().text(target.dataModel().toString());
    outputKind()
        .ifPresent(
            kind ->
                options
                    .text(kind.name())
                    .text(target.triple())
                    .text(target.cpu())
                    .text(target.features())
                    .text(settings.optimization().name())
                    .text(settings.debugInformation() ? "g" : ""));
    return options.finish();
  }

  /** The sources by their names and full paths, in whatever order they are given. */
  private ContentHash program() {
    HashWriter names = new HashWriter();
    settings.sources().inputs().stream().map(SourceInput::identity).sorted().forEach(names::text);
    return names.finish();
  }

  private CodeCache codeCache() {
    return earlier.results().<CodeCache>map(StoredCode::new).orElse(CodeCache.NONE);
  }

  private BackEnd backEnd(CodeGenerator generator, OutputKind kind) {
    return new BackEnd() {
      @Override
      public CompiledUnit compile(CheckedUnit unit, Consumer<RuntimeException> threadLost) {
        CodegenResult result =
            generator.generate(
                request(unit, kind),
                codeCache(),
                new RunControl(threadLost, cancellation, unit.text().logicalName(), events));
        return new CompiledUnit(
            result.bytes(), result.positions(), result.generated(), result.unoptimized());
      }

      @Override
      public void prepare() {
        engine.prepareGenerator();
      }

      @Override
      public BodyUse bodies() {
        if (!settings.optimization().level().optimizes()) {
          return BodyUse.NONE;
        }
        return settings.debugInformation() ? BodyUse.INLINE_WITH_PLACES : BodyUse.INLINE;
      }

      @Override
      public Set<String> modulesNeeded(byte[] bytes) {
        return OutsideObjects.modulesNeeded(bytes);
      }
    };
  }

  private CodegenRequest request(CheckedUnit unit, OutputKind kind) {
    return new CodegenRequest(unit, settings.codegenOptions(), kind);
  }
}
