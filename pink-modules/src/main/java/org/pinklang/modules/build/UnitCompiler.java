package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.CheckResult;
import org.pinklang.frontend.check.OfferedTypes;
import org.pinklang.frontend.check.UnitChecker;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.modules.history.FailedUnit;
import org.pinklang.modules.history.UnitSummary;
import org.pinklang.modules.history.UnitTrace;

/** Checks and compiles units whose imports all have their answers. */
final class UnitCompiler {
  private final BuildRequest request;
  private final BuildFacts facts;
  private final Optional<UnitReuse> reuse;
  private final Optional<FailedUnits> failures;
  private final WorkGroup group;
  private final Meter meter;
  private final Map<String, BuiltUnit> built = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, BrokenManifestException> broken =
      new ConcurrentSkipListMap<>();
  private final Queue<SuggestedEdit> offers = new ConcurrentLinkedQueue<>();

  UnitCompiler(
      BuildRequest request,
      BuildFacts facts,
      Optional<UnitReuse> reuse,
      Optional<FailedUnits> failures,
      WorkGroup group,
      Meter meter) {
    this.request = request;
    this.reuse = reuse;
    this.failures = failures;
    this.facts = facts;
    this.group = group;
    this.meter = meter;
  }

  /** What became of each unit, by logical name; returns when all are done. */
  Map<String, BuiltUnit> run(List<OutlinedUnit> units) {
    for (OutlinedUnit unit : units) {
      String name = unit.scanned().logicalName();
      if (request.depth().needsBodies(unit.scanned())) {
        group.startHeavy(
            threadLost -> built.put(name, unlessBroken(unit, () -> compile(unit, threadLost))));
      } else {
        built.put(name, unlessBroken(unit, () -> unchecked(unit)));
      }
    }
    group.await();
    List<SuggestedEdit> offered = List.copyOf(offers);
    built.replaceAll(
        (name, unit) -> unit.withDiagnostics(OfferedTypes.suggest(unit.diagnostics(), offered)));
    return built;
  }

  /** The manifests found to be damaged on the way, by what diagnostics call their files. */
  Map<String, BrokenManifestException> broken() {
    return broken;
  }

  /** A unit that needs a manifest which turns out to be damaged is left as it is. */
  private BuiltUnit unlessBroken(OutlinedUnit unit, Supplier<BuiltUnit> work) {
    try {
      return work.get();
    } catch (BrokenManifestException e) {
      broken.merge(e.file(), e, UnitCompiler::first);
      return built(unit, unit.diagnostics());
    }
  }

  /** Of two findings about a file one, whichever thread was faster. */
  private static BrokenManifestException first(
      BrokenManifestException one, BrokenManifestException other) {
    return one.getMessage().compareTo(other.getMessage()) <= 0 ? one : other;
  }

  private BuiltUnit unchecked(OutlinedUnit unit) {
    List<Diagnostic> diagnostics = new ArrayList<>(unit.diagnostics());
    diagnostics.addAll(
        request.depth() == BuildRequest.Depth.OWN_MANIFESTS
            ? UnwrittenTypes.in(unit.manifest())
            : UnitChecker.checkStructure(unit.tree(), unit.manifest(), facts));
    return built(unit, diagnostics);
  }

  private BuiltUnit compile(OutlinedUnit unit, Consumer<RuntimeException> threadLost) {
    Optional<FailedUnit> failed = failures.flatMap(earlier -> earlier.find(unit));
    if (failed.isPresent()) {
      offers.addAll(failed.get().offers());
      return built(unit, failed.get().diagnostics());
    }
    Optional<UnitReuse.Found> found = reuse.flatMap(earlier -> earlier.find(unit));
    return found.isPresent() ? reused(unit, found.get()) : make(unit, threadLost);
  }

  private BuiltUnit reused(OutlinedUnit unit, UnitReuse.Found found) {
    if (unit.scanned().isCounted() && found.compiled().isPresent()) {
      meter.countReused();
    }
    UnitTrace trace = found.trace();
    offers.addAll(trace.offers());
    return built(
        unit,
        trace.diagnostics(),
        Optional.empty(),
        Optional.of(trace.summary()),
        found.compiled());
  }

  private BuiltUnit make(OutlinedUnit unit, Consumer<RuntimeException> threadLost) {
    CheckResult result = check(unit);
    group.checkpoint();
    offers.addAll(result.offers());
    List<Diagnostic> diagnostics = new ArrayList<>(unit.diagnostics());
    diagnostics.addAll(result.diagnostics());
    CheckedUnit checked = unit.hasErrors() ? null : result.unit();
    if (checked == null) {
      reuse.ifPresent(kept -> kept.failed(unit));
      failures.ifPresent(kept -> kept.keep(unit, diagnostics, result.offers()));
      return built(unit, diagnostics);
    }
    Optional<CompiledUnit> compiled =
        request.backEnd().map(backEnd -> compile(backEnd, unit, checked, threadLost));
    compiled.ifPresent(made -> warnOfUnoptimized(checked, made, diagnostics));
    UnitSummary summary = UnitSummary.of(checked);
    reuse.ifPresent(kept -> kept.keep(unit, result, diagnostics, summary, compiled));
    return built(
        unit,
        diagnostics,
        Optional.of(checked),
        Optional.of(summary),
        compiled.map(CompiledUnit::bytes));
  }

  private static void warnOfUnoptimized(
      CheckedUnit checked, CompiledUnit compiled, List<Diagnostic> diagnostics) {
    for (CheckedFunction function : checked.functions()) {
      if (compiled.unoptimized().contains(function.symbol())) {
        String name = function.symbol().name();
        Span place = new Span(function.offset(), function.offset() + name.length());
        diagnostics.add(
            Diagnostic.of(BuildCode.NOT_OPTIMIZED, checked.text().logicalName(), place, name)
                .build());
      }
    }
  }

  private CheckResult check(OutlinedUnit unit) {
    ScannedUnit scanned = unit.scanned();
    if (scanned.isCounted()) {
      meter.count(Phase.CHECK);
    }
    return meter.measure(
        Phase.CHECK,
        scanned.logicalName(),
        () -> UnitChecker.check(scanned.text(), unit.tree(), unit.outline(), facts));
  }

  private CompiledUnit compile(
      BackEnd backEnd,
      OutlinedUnit unit,
      CheckedUnit checked,
      Consumer<RuntimeException> threadLost) {
    ScannedUnit scanned = unit.scanned();
    CompiledUnit compiled =
        meter.measure(
            Phase.COMPILE, scanned.logicalName(), () -> backEnd.compile(checked, threadLost));
    if (scanned.isCounted()) {
      meter.countLowered();
      countCompiled(compiled);
    }
    return compiled;
  }

  private void countCompiled(CompiledUnit compiled) {
    if (compiled.generated()) {
      meter.count(Phase.COMPILE);
    } else {
      meter.countReused();
    }
  }

  private static BuiltUnit built(OutlinedUnit unit, List<Diagnostic> diagnostics) {
    return built(unit, diagnostics, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static BuiltUnit built(
      OutlinedUnit unit,
      List<Diagnostic> diagnostics,
      Optional<CheckedUnit> checked,
      Optional<UnitSummary> summary,
      Optional<byte[]> compiled) {
    ScannedUnit scanned = unit.scanned();
    return new BuiltUnit(
        scanned.text(),
        scanned.file().display(),
        scanned.file().path(),
        scanned.origin() == ScannedUnit.Origin.INPUT,
        !scanned.isCounted(),
        unit.manifest(),
        checked,
        summary,
        compiled,
        diagnostics.stream().sorted().distinct().toList());
  }
}
