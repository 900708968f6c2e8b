package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.CheckResult;
import org.pinklang.frontend.check.ReadAnswers;
import org.pinklang.frontend.check.UnitRead;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.parse.TokenSequence;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.codec.BodyParts;
import org.pinklang.modules.history.DeclarationTokens;
import org.pinklang.modules.history.ResultCache;
import org.pinklang.modules.history.UnitSummary;
import org.pinklang.modules.history.UnitTrace;
import org.pinklang.modules.plan.Anchoring;
import org.pinklang.modules.plan.Cause;
import org.pinklang.modules.plan.Environments;
import org.pinklang.modules.plan.OwnChanges;
import org.pinklang.modules.plan.Rebuild;
import org.pinklang.modules.plan.Surroundings;
import org.pinklang.modules.plan.UnitPlan;

/**
 * Finds what earlier builds made of the units of this one, and keeps what this one makes. Safe for
 * any number of threads.
 */
final class UnitReuse {
  private static final Comparator<UnitTrace.Read> BY_PLACE =
      Comparator.comparing(UnitTrace.Read::place)
          .thenComparing(UnitTrace.Read::read, UnitReuse::compare);

  private final Reuse reuse;
  private final ResultCache results;
  private final ContentHash options;
  private final boolean compiles;
  private final BuildFacts facts;
  private final Environments environments;
  private final Map<String, List<Cause>> causes = new ConcurrentHashMap<>();
  private final ContentHash program;
  private final Map<String, UnitTrace> standing = new ConcurrentHashMap<>();
  private final Queue<Rebuild> rebuilds = new ConcurrentLinkedQueue<>();

  /**
   * Nothing found or kept yet.
   *
   * @param compiles whether a result without compiled form is not enough
   */
  UnitReuse(Reuse reuse, boolean compiles, BuildFacts facts, Environments environments) {
    this.reuse = reuse;
    this.results = reuse.results();
    this.options = reuse.options();
    this.program = new HashWriter().hash(reuse.options()).hash(reuse.program()).finish();
    this.compiles = compiles;
    this.facts = facts;
    this.environments = environments;
  }

  /** Whether results of a unit are looked for and kept. */
  boolean covers(OutlinedUnit unit) {
    return reuse.covers(unit.scanned());
  }

  /** An earlier result, as good as a new one. */
  record Found(UnitTrace trace, Optional<byte[]> compiled) {}

  /** What a unit offers for inlining, as earlier found; empty where it has to be checked. */
  Optional<BodyParts> offered(OutlinedUnit unit) {
    return plan(unit, false).map(plan -> plan.trace().bodies());
  }

  /** A unit whose bodies have to be known before an earlier result can be found; null for none. */
  @Nullable String missingBodies(OutlinedUnit unit) {
    for (UnitTrace trace : key(unit).map(results::traces).orElse(List.of())) {
      for (UnitTrace.Read read : trace.reads()) {
        if (read.read() instanceof UnitRead.Body body && facts.offers(body.unit()) == null) {
          return body.unit();
        }
      }
    }
    return null;
  }

  /**
   * An earlier result for a unit; empty where the unit has to be made. All bodies that earlier
   * results have taken must be known.
   */
  Optional<Found> find(OutlinedUnit unit) {
    return plan(unit, true).flatMap(plan -> found(unit, plan));
  }

  private Optional<ContentHash> key(OutlinedUnit unit) {
    return unit.tokens().map(tokens -> results.unitKey(options, name(unit), tokens));
  }

  private Optional<UnitPlan.Reuse> plan(OutlinedUnit unit, boolean withBodies) {
    ContentHash key = key(unit).orElse(null);
    if (key == null) {
      causes.put(name(unit), List.of(new Cause.HasErrors()));
      return Optional.empty();
    }
    // A unit may have been checked before for what it offers alone.
    List<UnitTrace> traces =
        results.traces(key).stream()
            .filter(trace -> !withBodies || !compiles || trace.compiled().isPresent())
            .toList();
    UnitPlan plan =
        UnitPlan.decide(
            traces,
            unit.scanned().text(),
            unit::tokenSequence,
            environments.of(unit.manifest()),
            facts,
            withBodies);
    return switch (plan) {
      case UnitPlan.Make make -> {
        causes.put(name(unit), make.causes());
        yield Optional.empty();
      }
      case UnitPlan.Reuse standing -> Optional.of(standing);
    };
  }

  private Optional<Found> found(OutlinedUnit unit, UnitPlan.Reuse plan) {
    Optional<byte[]> compiled = plan.trace().compiled().flatMap(results::compiled);
    if (compiles && compiled.isEmpty()) {
      causes.put(name(unit), List.of(new Cause.Lost()));
      return Optional.empty();
    }
    standing.put(name(unit), plan.trace());
    if (!plan.known()) {
      key(unit).ifPresent(key -> results.keepTrace(key, plan.trace()));
    }
    return Optional.of(new Found(plan.trace(), compiled));
  }

  /**
   * Keeps what was made of a unit without errors.
   *
   * @param diagnostics warnings of checking and compiling
   * @return the hash of the compiled form; empty where none was kept
   */
  Optional<ContentHash> keep(
      OutlinedUnit unit,
      CheckResult checked,
      List<Diagnostic> diagnostics,
      UnitSummary summary,
      BodyParts bodies,
      Optional<CompiledUnit> compiled) {
    SourceText text = unit.scanned().text();
    TokenSequence tokens = unit.tokenSequence();
    if (unit.scanned().isCounted()) {
      boolean generated = compiled.map(CompiledUnit::generated).orElse(false);
      rebuilds.add(new Rebuild(name(unit), generated, causes(unit, tokens)));
    }
    if (unit.tokens().isEmpty()
        || !Anchoring.isOwn(text.logicalName(), diagnostics, checked.offers())) {
      return Optional.empty();
    }
    Optional<ContentHash> hash = compiled.map(made -> results.keepCompiled(made.bytes()));
    UnitTrace trace =
        new UnitTrace(
            text.hash(),
            environments.of(unit.manifest()),
            reads(checked),
            positions(text, compiled),
            Optional.empty(),
            diagnostics,
            checked.offers(),
            hash,
            summary,
            bodies);
    UnitTrace anchored = trace.anchored(Anchoring.of(text, tokens, trace));
    results.keepTrace(results.unitKey(options, name(unit), tokens.hash()), anchored);
    standing.put(name(unit), anchored);
    return hash;
  }

  /**
   * What the units are to the next build.
   *
   * @param built what was made of them, by logical name
   * @param taken results of the last build that were taken over
   */
  List<KnownUnit> known(
      List<OutlinedUnit> units,
      Map<String, BuiltUnit> built,
      Map<String, KnownUnit.Standing> taken) {
    return units.stream()
        .map(
            unit ->
                KnownUnit.of(
                    unit,
                    Optional.ofNullable(taken.get(name(unit)))
                        .or(
                            () ->
                                Optional.ofNullable(built.get(name(unit)))
                                    .flatMap(made -> standing(unit, made)))))
        .toList();
  }

  private Optional<KnownUnit.Standing> standing(OutlinedUnit unit, BuiltUnit built) {
    SourceText text = unit.scanned().text();
    return Optional.ofNullable(standing.get(name(unit)))
        .flatMap(
            trace ->
                key(unit)
                    .map(key -> results.keys(text, key, trace.compiled()))
                    .map(
                        keys ->
                            new KnownUnit.Standing(
                                built, Surroundings.of(trace), trace.offers(), keys)));
  }

  /** What surrounds the units of the build. */
  Environments environments() {
    return environments;
  }

  /** Takes over a result of the last build as it is. */
  void takeOver(KnownUnit.Standing result) {
    results.use(result.keys());
  }

  /** Why the unit is made, now that it is known how it is written. */
  private List<Cause> causes(OutlinedUnit unit, TokenSequence tokens) {
    DeclarationTokens now = DeclarationTokens.of(unit.scanned().text(), unit.tree(), tokens);
    List<Cause> found = causes.getOrDefault(name(unit), List.of(new Cause.NeverBuilt()));
    boolean isUnknown = found.equals(List.of(new Cause.NeverBuilt()));
    Optional<DeclarationTokens> before =
        isUnknown ? results.lastWritten(program, name(unit)) : Optional.empty();
    results.keepWritten(program, name(unit), now);
    return before.map(known -> causes(known, now)).orElse(found);
  }

  private static List<Cause> causes(DeclarationTokens before, DeclarationTokens now) {
    return before.tokens().equals(now.tokens())
        ? List.of(new Cause.Lost())
        : OwnChanges.between(before, now);
  }

  /** Notes that a unit was checked and has errors. */
  void failed(OutlinedUnit unit) {
    if (unit.scanned().isCounted()) {
      rebuilds.add(new Rebuild(name(unit), false, List.of(new Cause.HasErrors())));
    }
  }

  private List<UnitTrace.Read> reads(CheckResult checked) {
    ReadAnswers answers = facts.readAnswers();
    List<UnitTrace.Read> reads = new ArrayList<>(checked.reads().size());
    checked
        .reads()
        .forEach(
            (read, place) ->
                reads.add(
                    new UnitTrace.Read(
                        read, answers.fingerprint(read), answers.words(read), place)));
    reads.sort(BY_PLACE);
    return reads;
  }

  /** A place often asks two questions of different kinds, seldom two of one kind. */
  private static int compare(UnitRead one, UnitRead other) {
    int byKind = one.getClass().getSimpleName().compareTo(other.getClass().getSimpleName());
    return byKind != 0 ? byKind : one.toString().compareTo(other.toString());
  }

  private static Map<Integer, LinePosition> positions(
      SourceText text, Optional<CompiledUnit> compiled) {
    Map<Integer, LinePosition> positions = new HashMap<>();
    for (int offset : compiled.map(CompiledUnit::positions).orElse(List.of())) {
      positions.put(offset, text.position(offset));
    }
    return positions;
  }

  private static String name(OutlinedUnit unit) {
    return unit.scanned().logicalName();
  }

  /**
   * The units of the user that were checked, ordered by name, each with its causes; when all are
   * done.
   */
  List<Rebuild> finish() {
    return rebuilds.stream().sorted(Comparator.comparing(Rebuild::unit)).toList();
  }
}
