package org.pinklang.api;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.pinklang.codegen.emit.CodeCache;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.emit.CodegenRequest;
import org.pinklang.codegen.emit.CodegenResult;
import org.pinklang.codegen.emit.OutputKind;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.modules.build.BackEnd;
import org.pinklang.modules.build.Build;
import org.pinklang.modules.build.BuildRequest;
import org.pinklang.modules.build.BuildResult;
import org.pinklang.modules.build.CompiledUnit;
import org.pinklang.modules.resolve.Execution;

/** One run: reads from settings to result as the pipeline. */
final class CompilationRun {
  private final Settings settings;
  private final Engine engine;
  private final EventLog events;

  private CompilationRun(Settings settings, Engine engine) {
    this.settings = settings;
    this.engine = engine;
    this.events = new EventLog(settings.listener());
  }

  static CompilationResult run(Settings settings, Engine engine, Cancellation cancellation) {
    engine.enter();
    try {
      return new CompilationRun(settings, engine).run(cancellation);
    } catch (org.pinklang.codegen.PinkBackendException e) {
      throw new PinkBackendException(e);
    } finally {
      engine.leave();
    }
  }

  private CompilationResult run(Cancellation cancellation) {
    BuildResult built =
        Build.run(request(), engine.standard(), engine.workers(), cancellation.signal(), events);
    events.report();
    return new CompilationResult(settings, built, engine.toolchain(), events);
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
        outputKind().map(kind -> backEnd(engine.generator(), kind)));
  }

  private BuildRequest.Depth depth() {
    return switch (settings.output()) {
      case HEADS -> BuildRequest.Depth.HEADS;
      case GRAPH -> BuildRequest.Depth.GRAPH;
      case OWN_MANIFESTS -> BuildRequest.Depth.OWN_MANIFESTS;
      case MANIFESTS -> BuildRequest.Depth.MANIFESTS;
      case DIAGNOSTICS -> BuildRequest.Depth.CHECK;
      case OBJECTS -> BuildRequest.Depth.COMPILE;
      case OWN_OBJECTS, ASSEMBLY, LLVM_IR, BITCODE -> BuildRequest.Depth.COMPILE_INPUTS;
    };
  }

  private Optional<OutputKind> outputKind() {
    return switch (settings.output()) {
      case HEADS, GRAPH, OWN_MANIFESTS, MANIFESTS, DIAGNOSTICS -> Optional.empty();
      case OBJECTS, OWN_OBJECTS -> Optional.of(OutputKind.OBJECT);
      case ASSEMBLY -> Optional.of(OutputKind.ASSEMBLY);
      case LLVM_IR -> Optional.of(OutputKind.LLVM_IR);
      case BITCODE -> Optional.of(OutputKind.BITCODE);
    };
  }

  private BackEnd backEnd(CodeGenerator generator, OutputKind kind) {
    return new BackEnd() {
      @Override
      public CompiledUnit compile(CheckedUnit unit, Consumer<RuntimeException> threadLost) {
        CodegenResult result =
            generator.generate(request(unit, kind), CodeCache.NONE, threadLost::accept);
        return new CompiledUnit(result.bytes(), result.unoptimized());
      }

      @Override
      public Set<String> modulesNeeded(byte[] bytes) {
        return OutsideObjects.modulesNeeded(bytes);
      }
    };
  }

  private CodegenRequest request(CheckedUnit unit, OutputKind kind) {
    return new CodegenRequest(
        unit,
        settings.target().description(),
        settings.optimization().level(),
        kind,
        settings.verify());
  }
}
