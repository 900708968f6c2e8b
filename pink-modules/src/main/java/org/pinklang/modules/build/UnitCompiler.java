package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.pinklang.frontend.check.BodyCollector;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.CheckResult;
import org.pinklang.frontend.check.OfferedTypes;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.modules.codec.BodyParts;
import org.pinklang.modules.resolve.Resolution;

/**
 * Checks and compiles units whose imports all have their answers. Where bodies are inlined, a unit
 * is compiled when those are checked whose bodies it takes; no thread waits for that.
 */
final class UnitCompiler {
  private final BuildRequest request;
  private final WorkGroup group;
  private final Meter meter;
  private final UnitMaker maker;
  private final BodyExchange exchange;
  private final Map<String, BuiltUnit> built = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, BrokenManifestException> broken =
      new ConcurrentSkipListMap<>();

  /**
   * Nothing compiled yet.
   *
   * @param whole reads the text of a unit to its end, if that was not done
   */
  UnitCompiler(
      BuildRequest request,
      UnaryOperator<OutlinedUnit> whole,
      BuildFacts facts,
      Optional<UnitReuse> reuse,
      Optional<FailedUnits> failures,
      WorkGroup group,
      Meter meter) {
    this.request = request;
    this.group = group;
    this.meter = meter;
    this.maker = new UnitMaker(request, whole, facts, reuse, failures, meter);
    BodyUse use = request.backEnd().map(BackEnd::bodies).orElse(BodyUse.NONE);
    this.exchange = new BodyExchange(facts, request.model(), use);
  }

  /**
   * Takes what the units that were answered with manifests offer, which is known from the start.
   *
   * @return a note for each that does not say
   */
  List<Diagnostic> take(Collection<Resolution> answers) {
    return answers.stream()
        .filter(Resolution.Found.class::isInstance)
        .map(Resolution.Found.class::cast)
        .flatMap(found -> exchange.take(found).stream())
        .toList();
  }

  /**
   * What became of each unit, by logical name; returns when all are done.
   *
   * @param standing results of the last build that are taken over, by logical name
   */
  Map<String, BuiltUnit> run(List<OutlinedUnit> units, Map<String, KnownUnit.Standing> standing) {
    List<OutlinedUnit> left = new ArrayList<>();
    for (OutlinedUnit unit : units) {
      KnownUnit.Standing result = standing.get(unit.scanned().logicalName());
      if (result == null) {
        left.add(unit);
      } else {
        takeOver(unit, result);
      }
    }
    make(left);
    List<SuggestedEdit> offered = maker.offers();
    for (OutlinedUnit unit : left) {
      built.computeIfPresent(
          unit.scanned().logicalName(),
          (name, made) -> made.withDiagnostics(OfferedTypes.suggest(made.diagnostics(), offered)));
    }
    return built;
  }

  private void takeOver(OutlinedUnit unit, KnownUnit.Standing result) {
    BuiltUnit taken = maker.takenOver(unit, result);
    built.put(taken.logicalName(), taken);
    if (exchange.isUsed()) {
      // What a unit offers that was not asked for is not part of its result.
      taken
          .bodies()
          .ifPresentOrElse(
              bodies -> exchange.publish(taken.logicalName(), bodies),
              () -> exchange.add(taken.logicalName(), unit));
    }
  }

  private void make(List<OutlinedUnit> units) {
    for (OutlinedUnit unit : units) {
      String name = unit.scanned().logicalName();
      if (request.depth().needsBodies(unit.scanned())) {
        exchange.expect(name);
      } else {
        exchange.add(name, unit);
      }
    }
    for (OutlinedUnit unit : units) {
      if (request.depth().needsBodies(unit.scanned())) {
        group.startHeavy(
            threadLost -> begin(new UnitWork(unit, maker.reuse(unit).isPresent()), threadLost));
      } else {
        UnitWork work = new UnitWork(unit, false);
        group.startHeavy(threadLost -> guard(work, () -> done(work, maker.unchecked(unit))));
      }
    }
    group.await();
  }

  /** The manifests found to be damaged on the way, by what diagnostics call their files. */
  Map<String, BrokenManifestException> broken() {
    return broken;
  }

  private void done(UnitWork work, BuiltUnit unit) {
    built.put(unit.logicalName(), unit);
    work.release();
  }

  /** A unit that needs a manifest which turns out to be damaged is left as it is. */
  private void guard(UnitWork work, Runnable step) {
    try {
      step.run();
    } catch (BrokenManifestException e) {
      broken.merge(e.file(), e, UnitCompiler::first);
      if (request.depth().needsBodies(work.unit().scanned())) {
        maker.readWhole(work);
      }
      done(work, BuiltUnit.of(work.unit(), work.unit().diagnostics()));
      exchange.publishNone(work.name());
    }
  }

  /** Of two findings about a file one, whichever thread was faster. */
  private static BrokenManifestException first(
      BrokenManifestException one, BrokenManifestException other) {
    return one.getMessage().compareTo(other.getMessage()) <= 0 ? one : other;
  }

  private void begin(UnitWork work, Consumer<RuntimeException> threadLost) {
    if (request.depth() == BuildRequest.Depth.CHECKED_MANIFESTS) {
      done(work, maker.offering(work));
      return;
    }
    guard(
        work,
        () -> {
          Optional<BuiltUnit> failed = maker.failedBefore(work.unit());
          if (failed.isPresent()) {
            exchange.publishNone(work.name());
            done(work, failed.get());
          } else {
            if (exchange.isUsed()) {
              examine(work);
            }
            proceed(work, threadLost);
          }
        });
  }

  /** Finds out what a unit offers, by an earlier result if there is one, else by checking it. */
  private void examine(UnitWork work) {
    if (!isOfferKnown(work.unit())) {
      work.makeAnew();
      check(work);
    }
  }

  /** Makes known what an earlier result says that a unit offers, if there is one. */
  private boolean isOfferKnown(OutlinedUnit unit) {
    Optional<BodyParts> offered = maker.reuse(unit).flatMap(earlier -> earlier.offered(unit));
    offered.ifPresent(
        parts -> exchange.publish(unit.scanned().logicalName(), UnitMaker.bodies(unit, parts)));
    return offered.isPresent();
  }

  private CheckResult check(UnitWork work) {
    CheckResult result = maker.check(work);
    work.setChecked(result);
    group.checkpoint();
    Optional<CheckedUnit> checked = UnitMaker.sound(work.unit(), result);
    if (checked.isPresent() && exchange.isUsed()) {
      exchange.publish(work.name(), UnitMaker.bodies(work.unit(), work.offered(checked.get())));
      work.setBodies(maker.collector(work.unit(), checked.get()));
    } else {
      exchange.publishNone(work.name());
    }
    return result;
  }

  /** Takes a unit as far as it gets with the bodies that are known. */
  private void proceed(UnitWork work, Consumer<RuntimeException> threadLost) {
    if (work.mayReuse()) {
      String missing =
          maker.reuse(work.unit()).map(earlier -> earlier.missingBodies(work.unit())).orElse(null);
      if (missing != null) {
        proceedWhenKnown(work, missing);
        return;
      }
      Optional<UnitReuse.Found> found =
          maker.reuse(work.unit()).flatMap(earlier -> find(earlier, work.unit()));
      if (found.isPresent()) {
        done(work, maker.reused(work, found.get()));
        return;
      }
      work.makeAnew();
    }
    CheckResult result = work.checked().orElseGet(() -> check(work));
    BodyCollector bodies = work.bodies().orElse(null);
    String missing = bodies == null ? null : bodies.advance();
    if (missing != null) {
      proceedWhenKnown(work, missing);
    } else {
      done(work, maker.make(work, result, threadLost));
    }
  }

  private Optional<UnitReuse.Found> find(UnitReuse earlier, OutlinedUnit unit) {
    return meter.observe(
        BuildObserver.Activity.FIND, unit.scanned().logicalName(), () -> earlier.find(unit));
  }

  private void proceedWhenKnown(UnitWork work, String unit) {
    group.whenAnswered(
        exchange.whenKnown(unit, this::startExamining),
        (known, error) ->
            group.startHeavy(threadLost -> guard(work, () -> proceed(work, threadLost))));
  }

  /** Checks a unit that is not asked for, for the sake of what it offers. */
  private void startExamining(OutlinedUnit unit) {
    group.startHeavy(
        threadLost -> {
          try {
            if (!isOfferKnown(unit)) {
              UnitWork work = new UnitWork(unit, false);
              maker.keepOffered(work, check(work));
              work.release();
            }
          } catch (BrokenManifestException e) {
            broken.merge(e.file(), e, UnitCompiler::first);
            exchange.publishNone(unit.scanned().logicalName());
          }
        });
  }
}
