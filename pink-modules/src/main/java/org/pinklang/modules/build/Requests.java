package org.pinklang.modules.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.modules.resolve.ManifestRequest;
import org.pinklang.modules.resolve.ManifestResolver;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.source.SourceFile;
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
  private final WorkGroup group;
  private final SingleFlight<UnitName, Resolution> answers;

  Requests(
      Inputs inputs,
      ManifestResolver resolver,
      StandardRoot standard,
      UnitJobs jobs,
      WorkGroup group) {
    this.inputs = inputs;
    this.resolver = resolver;
    this.standard = standard;
    this.jobs = jobs;
    this.group = group;
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
      settle(job.answer(), answer);
    } else if (!name.isPrimary()) {
      group.whenAnswered(
          request(UnitName.primary(name.module())),
          (primary, error) -> settle(resolvePartition(name), answer));
    } else if (name.module().startsWith(StandardRoot.PREFIX)) {
      settle(findIn(List.of(standard), name, ScannedUnit.Origin.STANDARD), answer);
    } else {
      settle(ask(name), answer);
    }
  }

  /** All units of a module come from the root that gave its primary. */
  private Resolution resolvePartition(UnitName name) {
    ScannedUnit primary = jobs.primary(name.module());
    return primary == null || primary.root().isEmpty()
        ? ask(name)
        : findIn(List.of(primary.root().get()), name, originBeside(primary, name));
  }

  private ScannedUnit.Origin originBeside(ScannedUnit primary, UnitName name) {
    return primary.isCounted() ? inputs.originOf(name) : ScannedUnit.Origin.STANDARD;
  }

  private Resolution ask(UnitName name) {
    Resolution answer = resolver.resolve(new Request(name));
    if (answer == null) {
      throw new IllegalStateException(
          "the manifest resolver answered null when asked for `" + name.display() + "`");
    }
    return answer;
  }

  private void settle(Resolution resolution, CompletableFuture<Resolution> answer) {
    switch (resolution) {
      case Resolution.Later later ->
          group.whenAnswered(
              later.answer(), (settled, error) -> settleLater(settled, error, answer));
      case Resolution.Found found -> {
        requestImports(found.manifest());
        answer.complete(found);
      }
      default -> answer.complete(resolution);
    }
  }

  private void settleLater(
      @Nullable Resolution settled,
      @Nullable Throwable error,
      CompletableFuture<Resolution> answer) {
    if (settled == null) {
      throw new IllegalStateException("a manifest that was promised for later did not come", error);
    }
    settle(settled, answer);
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

  private Resolution findIn(
      List<? extends SourceRoot> roots, UnitName name, ScannedUnit.Origin origin) {
    UnitPlace place = UnitPlace.of(name);
    for (SourceRoot root : roots) {
      Optional<SourceFile> file = root.find(place);
      if (file.isPresent()) {
        return jobs.make(file.get(), name, Optional.of(root), origin);
      }
    }
    return new Resolution.NotMine(roots.stream().map(root -> root.file(place).display()).toList());
  }

  /** What the build can do for a resolver. */
  private final class Request implements ManifestRequest {
    private final UnitName name;

    private Request(UnitName name) {
      this.name = name;
    }

    @Override
    public UnitName name() {
      return name;
    }

    @Override
    public Resolution fromSource() {
      return findIn(inputs.roots(), name, inputs.originOf(name));
    }

    @Override
    public Resolution fromSource(Path path) {
      SourceFile file = inputs.files().file(path);
      Optional<SourceRoot> root = UnitRoots.rootOf(file, UnitPlace.of(name).path(), inputs.files());
      return jobs.make(file, name, root, inputs.originOf(name));
    }
  }
}
