package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.pinklang.frontend.check.BodyCollector;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.CheckResult;
import org.pinklang.frontend.check.UnitChecker;
import org.pinklang.frontend.check.UnitRead;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.Span;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.modules.codec.BodyParts;
import org.pinklang.modules.codec.EncodedBodies;
import org.pinklang.modules.history.FailedUnit;
import org.pinklang.modules.history.UnitSummary;
import org.pinklang.modules.history.UnitTrace;

/** Checks and compiles one unit after another. Safe for any number of threads. */
final class UnitMaker {
  private final BuildRequest request;
  private final UnaryOperator<OutlinedUnit> whole;
  private final BuildFacts facts;
  private final Optional<UnitReuse> reuse;
  private final Optional<FailedUnits> failures;
  private final Meter meter;
  private final Queue<SuggestedEdit> offers = new ConcurrentLinkedQueue<>();

  /**
   * Nothing made yet.
   *
   * @param whole reads the text of a unit to its end, if that was not done
   */
  UnitMaker(
      BuildRequest request,
      UnaryOperator<OutlinedUnit> whole,
      BuildFacts facts,
      Optional<UnitReuse> reuse,
      Optional<FailedUnits> failures,
      Meter meter) {
    this.request = request;
    this.whole = whole;
    this.facts = facts;
    this.reuse = reuse;
    this.failures = failures;
    this.meter = meter;
  }

  /** Types that units write for others to use, of all units so far. */
  List<SuggestedEdit> offers() {
    return List.copyOf(offers);
  }

  /** Where results of a unit are found and kept; empty where they are not. */
  Optional<UnitReuse> reuse(OutlinedUnit unit) {
    return reuse.filter(earlier -> earlier.covers(unit));
  }

  /** A unit whose bodies are not looked at. */
  BuiltUnit unchecked(OutlinedUnit unit) {
    List<Diagnostic> diagnostics = new ArrayList<>(unit.diagnostics());
    diagnostics.addAll(
        request.depth().isOfOwnManifests()
            ? UnwrittenTypes.in(unit.manifest())
            : UnitChecker.checkStructure(unit.tree(), unit.manifest(), facts));
    return BuiltUnit.of(unit, diagnostics);
  }

  /** A unit of which an earlier build has found what is wrong. */
  Optional<BuiltUnit> failedBefore(OutlinedUnit unit) {
    Optional<FailedUnit> failed = failures.flatMap(earlier -> earlier.find(unit));
    failed.ifPresent(known -> offers.addAll(known.offers()));
    return failed.map(known -> BuiltUnit.of(unit, known.diagnostics()));
  }

  /**
   * A unit for which an earlier result stands. A text that is new is read to its end all the same:
   * how much of a program is parsed is to depend on its texts alone.
   */
  BuiltUnit reused(UnitWork work, UnitReuse.Found found) {
    if (work.unit().reading() == OutlinedUnit.Reading.OUTLINE) {
      readWhole(work);
    }
    OutlinedUnit unit = work.unit();
    if (unit.scanned().isCounted() && found.compiled().isPresent()) {
      meter.countReused();
    }
    UnitTrace trace = found.trace();
    offers.addAll(trace.offers());
    return BuiltUnit.of(unit, trace.diagnostics())
        .withResult(
            trace.summary(), bodies(unit, trace.bodies()), found.compiled(), trace.compiled());
  }

  /** A unit for which the result of the last build stands. */
  BuiltUnit takenOver(OutlinedUnit unit, KnownUnit.Standing result) {
    if (unit.scanned().isCounted() && result.built().compiled().isPresent()) {
      meter.countReused();
    }
    offers.addAll(result.offers());
    reuse(unit).ifPresent(earlier -> earlier.takeOver(result));
    return result.built();
  }

  /** Reads a unit's text to its end, if that was not done; needs a large stack. */
  void readWhole(UnitWork work) {
    work.setUnit(whole.apply(work.unit()));
  }

  /** Reads a unit's text to its end, and checks it. */
  CheckResult check(UnitWork work) {
    readWhole(work);
    OutlinedUnit unit = work.unit();
    ScannedUnit scanned = unit.scanned();
    if (scanned.isCounted()) {
      meter.count(Phase.CHECK);
    }
    return meter.measure(
        Phase.CHECK,
        scanned.logicalName(),
        () -> UnitChecker.check(scanned.text(), unit.tree(), unit.outline(), facts));
  }

  /** The checked unit; empty where there are errors. */
  static Optional<CheckedUnit> sound(OutlinedUnit unit, CheckResult result) {
    return unit.hasErrors() ? Optional.empty() : Optional.ofNullable(result.unit());
  }

  /** What a unit offers, its places as they are in its text. */
  static EncodedBodies bodies(OutlinedUnit unit, BodyParts parts) {
    return EncodedBodies.of(parts, unit.scanned().text());
  }

  /**
   * A unit of which its manifest is wanted, with what it offers where that can be found out;
   * nothing else that checking finds is told.
   */
  BuiltUnit offering(UnitWork work) {
    Optional<EncodedBodies> offered;
    try {
      offered = offered(work);
    } catch (BrokenManifestException e) {
      readWhole(work);
      offered = Optional.empty(); // of an import, which is somebody else's
    }
    BuiltUnit plain = unchecked(work.unit());
    return offered.map(plain::withBodies).orElse(plain);
  }

  private Optional<EncodedBodies> offered(UnitWork work) {
    OutlinedUnit unit = work.unit();
    Optional<UnitReuse.Found> found = reuse(unit).flatMap(earlier -> earlier.find(unit));
    if (found.isPresent()) {
      return Optional.of(bodies(unit, found.get().trace().bodies()));
    }
    CheckResult result = check(work);
    keepOffered(work, result);
    return sound(work.unit(), result).map(checked -> bodies(work.unit(), work.offered(checked)));
  }

  /** Keeps what was found of a unit that is checked for what it offers alone. */
  void keepOffered(UnitWork work, CheckResult result) {
    reuse(work.unit())
        .ifPresent(
            kept ->
                sound(work.unit(), result)
                    .ifPresentOrElse(
                        checked -> keepOffered(kept, work, result, checked),
                        () -> kept.failed(work.unit())));
  }

  private static void keepOffered(
      UnitReuse kept, UnitWork work, CheckResult result, CheckedUnit checked) {
    kept.keep(
        work.unit(),
        result,
        result.diagnostics(),
        UnitSummary.of(checked),
        work.offered(checked),
        Optional.empty());
  }

  /** Collects what a unit is to hold. */
  BodyCollector collector(OutlinedUnit unit, CheckedUnit checked) {
    return new BodyCollector(checked, unit.manifest(), unit.tree(), facts);
  }

  /**
   * Finishes a unit that was checked: compiles it if that is asked for and there are no errors.
   *
   * @param work whose bodies of others are completely collected, where it takes any
   */
  BuiltUnit make(UnitWork work, CheckResult result, Consumer<RuntimeException> threadLost) {
    OutlinedUnit unit = work.unit();
    Optional<BodyCollector> bodies = work.bodies();
    offers.addAll(result.offers());
    List<Diagnostic> diagnostics = new ArrayList<>(unit.diagnostics());
    diagnostics.addAll(result.diagnostics());
    CheckedUnit checked = sound(unit, result).orElse(null);
    if (checked == null) {
      reuse(unit).ifPresent(kept -> kept.failed(unit));
      failures.ifPresent(kept -> kept.keep(unit, diagnostics, result.offers()));
      return BuiltUnit.of(unit, diagnostics);
    }
    CheckedUnit whole = bodies.map(BodyCollector::unit).orElse(checked);
    Optional<CompiledUnit> compiled =
        request.backEnd().map(backEnd -> compile(backEnd, unit, whole, threadLost));
    compiled.ifPresent(made -> warnOfUnoptimized(checked, made, diagnostics));
    UnitSummary summary = UnitSummary.of(checked);
    BodyParts offered = work.offered(checked);
    CheckResult complete = bodies.map(held -> withReads(result, held.reads())).orElse(result);
    Optional<ContentHash> hash =
        reuse(unit)
            .flatMap(
                kept ->
                    meter.observe(
                        BuildObserver.Activity.KEEP,
                        work.name(),
                        () -> kept.keep(unit, complete, diagnostics, summary, offered, compiled)));
    return BuiltUnit.of(unit, diagnostics)
        .withResult(summary, bodies(unit, offered), compiled.map(CompiledUnit::bytes), hash);
  }

  private static CheckResult withReads(CheckResult result, Map<UnitRead, Span> more) {
    Map<UnitRead, Span> reads = new HashMap<>(more);
    reads.putAll(result.reads());
    return new CheckResult(result.unit(), result.diagnostics(), result.offers(), reads);
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
}
