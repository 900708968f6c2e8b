package org.pinklang.modules.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.modules.resolve.ManifestRequest;
import org.pinklang.modules.resolve.ManifestResolver;
import org.pinklang.modules.resolve.Provider;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.resolve.Resolvers;
import org.pinklang.modules.resolve.SourceComparison;
import org.pinklang.modules.resolve.Validity;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceFiles;
import org.pinklang.modules.source.SourceRoot;
import org.pinklang.modules.source.StandardRoot;
import org.pinklang.modules.source.UnitPlace;

/**
 * The questions of a build for units, each asked once whoever and however many ask. The inputs
 * answer first, the standard modules for names of theirs, then the resolver.
 */
final class Requests {
  private final Inputs inputs;
  private final ManifestResolver resolver;
  private final StandardRoot standard;
  private final UnitJobs jobs;
  private final SourcePath sources;
  private final BuildRequest request;
  private final WorkGroup group;
  private final Meter meter;
  private final SingleFlight<UnitName, Resolution> answers;

  Requests(
      Inputs inputs,
      BuildRequest request,
      StandardRoot standard,
      UnitJobs jobs,
      WorkGroup group,
      Meter meter) {
    this.inputs = inputs;
    this.request = request;
    this.resolver = request.resolver();
    this.standard = standard;
    this.jobs = jobs;
    this.sources = new SourcePath(jobs, request.depth().makesWhatHasManifests());
    this.group = group;
    this.meter = meter;
    this.answers =
        new SingleFlight<>((name, answer) -> group.startLight(() -> resolve(name, answer)));
  }

  /** The answers by name; only when the work of the group has ended. */
  Map<UnitName, Resolution> settled() {
    return answers.answers();
  }

  /** Asks for a unit, unless that was done; completes with an answer that is not "later". */
  CompletableFuture<Resolution> request(UnitName name) {
    return answers.ask(name);
  }

  private void resolve(UnitName name, CompletableFuture<Resolution> answer) {
    ScannedUnit input = inputs.byName().get(name);
    UnitJob job = input == null ? null : jobs.find(input.file());
    if (job != null) {
      settle(name, job.answer(), answer);
    } else if (name.module().startsWith(StandardRoot.PREFIX)) {
      settle(name, resolveStandard(name), answer);
    } else if (name.isPrimary()) {
      settle(name, ask(new SourceRequest(name, null, null)), answer);
    } else {
      group.whenAnswered(
          request(UnitName.primary(name.module())),
          (primary, error) -> settle(name, resolvePartition(name, primary), answer));
    }
  }

  private Resolution resolveStandard(UnitName name) {
    return sources.find(List.of(standard), name, ScannedUnit.Origin.STANDARD);
  }

  /** All units of a module come from the root that gave its primary. */
  private Resolution resolvePartition(UnitName name, @Nullable Resolution primary) {
    Provider provider = primary instanceof Resolution.Found found ? found.provider() : null;
    return ask(new SourceRequest(name, homeOf(name), provider));
  }

  /** The root under which the primary of a partition lies, where it is made from source. */
  private @Nullable SourceRoot homeOf(UnitName name) {
    ScannedUnit unit = name.isPrimary() ? null : jobs.primary(name.module());
    return unit == null ? null : unit.root().orElse(null);
  }

  /**
   * Asks for the manifests of a module's implementation units; only when the answer for its primary
   * has come.
   */
  List<Resolution> implementations(String module, Predicate<String> wanted) {
    UnitName name = UnitName.primary(module);
    ScannedUnit unit = jobs.primary(module);
    SourceRoot home = unit == null ? null : unit.root().orElse(null);
    Provider provider =
        unit == null && request(name).join() instanceof Resolution.Found found
            ? found.provider()
            : null;
    return resolver.implementations(new SourceRequest(name, home, provider), wanted);
  }

  private Resolution ask(SourceRequest asked) {
    // Whatever the resolver does not know may still lie where the module's source lies.
    ManifestResolver all =
        asked.belongsToSource()
            ? Resolvers.firstOf(List.of(resolver, Resolvers.fromSource()))
            : resolver;
    Resolution answer = all.resolve(asked);
    if (answer == null) {
      throw new IllegalStateException(
          "the manifest resolver answered null when asked for `" + asked.name().display() + "`");
    }
    return answer;
  }

  private void settle(UnitName name, Resolution resolution, CompletableFuture<Resolution> answer) {
    switch (resolution) {
      case Resolution.Later later ->
          group.whenAnswered(
              later.answer(), (settled, error) -> settleLater(name, settled, error, answer));
      case Resolution.Found found -> settleFound(name, found, answer);
      default -> answer.complete(resolution);
    }
  }

  private void settleLater(
      UnitName name,
      @Nullable Resolution settled,
      @Nullable Throwable error,
      CompletableFuture<Resolution> answer) {
    if (settled == null) {
      throw new IllegalStateException(
          "the manifest resolver promised an answer for `"
              + name.display()
              + "` for later, and none came; complete its stage with an answer, such as \"not mine\"",
          error);
    }
    settle(name, settled, answer);
  }

  private void settleFound(
      UnitName name, Resolution.Found found, CompletableFuture<Resolution> answer) {
    Manifest manifest = found.manifest();
    if (!manifest.kind().isImportable() || !manifest.name().equals(name)) {
      answer.complete(
          new Resolution.Rejected(
              "the manifest given for it is that of `%s`".formatted(manifest.logicalName()),
              found.remarks()));
      return;
    }
    Resolution made = needsSource(name, found) ? sourceOf(name, found) : found;
    if (made instanceof Resolution.Found) {
      if (request.depth().followsImports()) {
        requestImports(manifest);
      }
      answer.complete(
          new Resolution.Found(
              GuardedManifest.of(manifest, found.provider()),
              found.bodies(),
              found.provider(),
              found.remarks()));
    } else {
      settle(name, made, answer);
    }
  }

  private boolean needsSource(UnitName name, Resolution.Found found) {
    return switch (request.depth()) {
      case COMPILE -> ObjectsBeside.of(found, inputs.files()).own().isEmpty();
      // What is asked for by name is to be made, not only known.
      case COMPILE_INPUTS, OWN_MANIFESTS, CHECKED_MANIFESTS ->
          inputs.modules().contains(name.module());
      case HEADS, GRAPH, MANIFESTS, CHECK -> false;
    };
  }

  /** The unit made from its source where that is at hand; it is the same, and has an object. */
  private Resolution sourceOf(UnitName name, Resolution.Found found) {
    SourceRequest again = new SourceRequest(name, homeOf(name), null);
    return again.compareSource(UnitPlace.of(name), found.manifest().sourceHash())
            == SourceComparison.SAME
        ? again.fromSource().after(found.remarks())
        : found;
  }

  private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
    try {
      result.complete(work.get());
    } catch (RuntimeException | Error e) {
      // Whoever asked for the work may know what to do without it.
      result.completeExceptionally(e);
    }
  }

  private void requestImports(Manifest manifest) {
    for (ImportDeclaration imported : manifest.imports()) {
      if (imported.module() != null) {
        request(UnitName.primary(imported.module().text()));
      } else if (imported.partition() != null) {
        request(new UnitName(manifest.module(), imported.partition().text()));
      }
    }
  }

  /** What the build can do for a resolver. */
  private final class SourceRequest implements ManifestRequest {
    private final UnitName name;
    private final @Nullable SourceRoot home;
    private final @Nullable Provider provider;

    /**
     * A question.
     *
     * @param home the root under which the module's primary lies, for a partition of such a module
     * @param provider what gave the primary's manifest, for a partition of such a module
     */
    private SourceRequest(UnitName name, @Nullable SourceRoot home, @Nullable Provider provider) {
      this.name = name;
      this.home = home;
      this.provider = provider;
    }

    private List<SourceRoot> roots() {
      return home == null ? inputs.roots() : List.of(home);
    }

    @Override
    public UnitName name() {
      return name;
    }

    @Override
    public Resolution fromSource() {
      return sources.find(roots(), name, inputs.originOf(name));
    }

    @Override
    public Resolution fromSource(SourceFile file) {
      Optional<SourceRoot> root = UnitRoots.rootOf(file, UnitPlace.of(name).path(), inputs.files());
      return jobs.make(file, name, root, inputs.originOf(name));
    }

    @Override
    public SourceFiles files() {
      return inputs.files();
    }

    @Override
    public Validity validity() {
      return request.validity();
    }

    @Override
    public SourceComparison compareSource(UnitPlace place, ContentHash source) {
      return sources.compare(roots(), place, source);
    }

    @Override
    public <T> CompletionStage<T> withLargeStack(Supplier<T> work) {
      CompletableFuture<T> result = new CompletableFuture<>();
      group.startHeavy(threadLost -> complete(result, work));
      return result;
    }

    @Override
    public Runnable decoded() {
      return meter::countDecoded;
    }

    @Override
    public Optional<Provider> primaryProvider() {
      return Optional.ofNullable(provider);
    }

    @Override
    public boolean belongsToSource() {
      return home != null;
    }
  }
}
