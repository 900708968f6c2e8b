package org.pinklang.modules.build;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.source.StandardRoot;

/**
 * Finds every unit of a build: from the inputs along the imports, each name asked for once, each
 * text read once. Tasks run in any order; what they find is the same in every order.
 */
final class Discovery {
  private final Inputs inputs;
  private final BuildRequest.Depth depth;
  private final WorkGroup group;
  private final UnitOutliner outliner;
  private final UnitJobs jobs;
  private final Requests requests;
  private final ModuleListing listing;

  Discovery(
      Inputs inputs, BuildRequest request, StandardRoot standard, WorkGroup group, Meter meter) {
    this.inputs = inputs;
    this.depth = request.depth();
    this.group = group;
    Runnable prepare = () -> request.backEnd().ifPresent(BackEnd::prepare);
    this.outliner = new UnitOutliner(meter, group::checkpoint, request.reuse(), prepare);
    boolean outlines = depth.readsWholeTexts();
    this.jobs =
        new UnitJobs(
            new UnitReader(outlines, meter),
            outlines ? UnitJob::toOutline : UnitJob::toScan,
            this::start,
            inputs.modules());
    this.requests = new Requests(inputs, request, standard, jobs, group, meter);
    this.listing = new ModuleListing(inputs, jobs, requests, group);
  }

  /**
   * What discovery found.
   *
   * @param scanned all units, in no particular order
   * @param outlined the same with their manifests, where the build makes manifests
   * @param answers for every name that was asked for
   * @param strays files that do not belong where they lie
   */
  record Found(
      List<ScannedUnit> scanned,
      List<OutlinedUnit> outlined,
      Map<UnitName, Resolution> answers,
      List<ModuleListing.Stray> strays) {}

  /** Finds the units; returns when every import has its answer. */
  Found run() {
    jobs.addInputs(inputs.units());
    inputs.modules().forEach(module -> requests.request(UnitName.primary(module)));
    return await();
  }

  /** Finds further modules, after {@link #run}; gives all that was found. */
  Found add(Set<String> modules) {
    modules.forEach(module -> requests.request(UnitName.primary(module)));
    return await();
  }

  /** A unit with the bodies of its functions, and with what is wrong in them. */
  OutlinedUnit whole(OutlinedUnit unit) {
    return outliner.whole(unit);
  }

  /** Finds the manifests of implementation units that are no units of the build. */
  ImplementationManifests implementations(List<OutlinedUnit> units) {
    ImplementationManifests found = new ImplementationManifests(requests, group);
    found.find(units);
    return found;
  }

  private Found await() {
    group.await();
    List<ScannedUnit> scanned = jobs.all().stream().map(UnitJob::unit).toList();
    List<OutlinedUnit> outlined =
        depth.readsWholeTexts()
            ? jobs.all().stream().map(job -> job.outlined().join()).toList()
            : List.of();
    return new Found(scanned, outlined, requests.settled(), listing.strays(imported(scanned)));
  }

  private static Set<UnitName> imported(List<ScannedUnit> units) {
    Set<UnitName> imported = new HashSet<>();
    for (ScannedUnit unit : units) {
      UnitHead head = unit.head();
      for (ImportDeclaration declaration : head.imports()) {
        head.target(declaration).ifPresent(imported::add);
      }
    }
    return imported;
  }

  private void start(UnitJob job) {
    ScannedUnit unit = job.unit();
    if (depth.followsImports()) {
      requestImports(unit.head());
    }
    if (unit.head().kind() == UnitKind.PRIMARY_INTERFACE && belongsWhole(unit)) {
      unit.root().ifPresent(root -> listing.addUnitsBeside(unit, root));
    }
    if (depth.readsWholeTexts()) {
      group.startHeavy(
          threadLost -> job.outlined().complete(outliner.outline(unit, depth.needsBodies(unit))));
    }
  }

  private void requestImports(UnitHead head) {
    for (ImportDeclaration declaration : head.imports()) {
      head.target(declaration).ifPresent(requests::request);
    }
    if (head.kind() != UnitKind.PRIMARY_INTERFACE && head.kind() != UnitKind.PROGRAM) {
      requests.request(UnitName.primary(head.name().module()));
    }
  }

  /** Whether the other units of a primary's module are part of the build as well. */
  private boolean belongsWhole(ScannedUnit primary) {
    return depth.followsImports() || inputs.modules().contains(primary.head().name().module());
  }
}
