package org.pinklang.modules.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.NamedModules;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.parse.ParseResult;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.modules.history.BrokenText;
import org.pinklang.modules.history.ResultCache;
import org.pinklang.modules.history.TextResult;

/** Makes manifests from texts, or finds those that earlier builds made from the same texts. */
final class UnitOutliner {
  private final Meter meter;
  private final Runnable checkpoint;
  private final Optional<Reuse> reuse;
  private final Runnable prepare;
  private final AtomicBoolean prepared = new AtomicBoolean();

  /**
   * An outliner that has found nothing yet.
   *
   * @param prepare called once, when the first unit is found that no earlier build has compiled
   */
  UnitOutliner(Meter meter, Runnable checkpoint, Optional<Reuse> reuse, Runnable prepare) {
    this.prepare = prepare;
    this.meter = meter;
    this.checkpoint = checkpoint;
    this.reuse = reuse;
  }

  private Optional<ResultCache> results(ScannedUnit unit) {
    return reuse.filter(earlier -> earlier.covers(unit)).map(Reuse::results);
  }

  /**
   * Outlines a text. The bodies of functions are read at once where trees are kept in memory
   * anyway, or where there are errors; else when {@link #whole} asks for them, so that a build has
   * the trees of those units alone that it is at.
   *
   * @param bodies whether the unit is going to be checked
   */
  OutlinedUnit outline(ScannedUnit unit, boolean bodies) {
    Optional<BrokenText> broken =
        results(unit).flatMap(cache -> cache.brokenText(unit.text(), bodies));
    if (broken.isPresent()) {
      return found(unit, bodies, broken.get());
    }
    Optional<TextResult> known =
        results(unit)
            .flatMap(
                cache ->
                    meter.observe(
                        BuildObserver.Activity.FIND,
                        unit.logicalName(),
                        () -> cache.text(unit.text())));
    return known.isPresent() ? found(unit, bodies, known.get()) : make(unit, bodies);
  }

  private OutlinedUnit found(ScannedUnit unit, boolean bodies, BrokenText broken) {
    return new OutlinedUnit(
        unit,
        bodies ? OutlinedUnit.Reading.WHOLE : OutlinedUnit.Reading.OUTLINE,
        new UnitSyntax(unit.text(), broken::tree),
        broken.outline(),
        Optional.empty(),
        NamedModules.imported(broken.outline().manifest()),
        broken.diagnostics());
  }

  private OutlinedUnit found(ScannedUnit unit, boolean bodies, TextResult known) {
    return new OutlinedUnit(
        unit,
        OutlinedUnit.Reading.NOTHING,
        new UnitSyntax(unit.text(), trees(unit, bodies)),
        new OutlineResult(known.manifest(), List.of()),
        Optional.of(known.tokens()),
        known.named(),
        List.of());
  }

  /** A unit of an earlier build, whose text is the same. */
  OutlinedUnit again(KnownUnit known, boolean bodies) {
    ScannedUnit unit = known.scanned();
    return new OutlinedUnit(
        unit,
        OutlinedUnit.Reading.NOTHING,
        new UnitSyntax(unit.text(), trees(unit, bodies)),
        known.outline(),
        known.tokens(),
        known.named(),
        known.diagnostics());
  }

  /**
   * A unit with the bodies of its functions, and with what is wrong in them; needs a large stack.
   */
  OutlinedUnit whole(OutlinedUnit outlined) {
    if (outlined.reading() == OutlinedUnit.Reading.WHOLE) {
      return outlined;
    }
    ScannedUnit unit = outlined.scanned();
    Optional<UnitTree> kept = results(unit).flatMap(cache -> cache.tree(unit.text()));
    if (kept.isPresent()) {
      return whole(outlined, new ParseResult(kept.get(), List.of(), false));
    }
    if (unit.isCounted()) {
      meter.count(Phase.PARSE);
    }
    Supplier<ParseResult> parser = parser(unit, true);
    return whole(
        outlined,
        outlined.reading() == OutlinedUnit.Reading.NOTHING
            ? meter.measure(Phase.PARSE, unit.logicalName(), parser)
            : meter.measureBodies(unit.logicalName(), parser));
  }

  private OutlinedUnit whole(OutlinedUnit outlined, ParseResult parsed) {
    ScannedUnit unit = outlined.scanned();
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    diagnostics.addAll(outlined.outline().diagnostics());
    Optional<ResultCache> results = results(unit);
    if (diagnostics.isEmpty()) {
      results.ifPresent(cache -> cache.keepTree(unit.text(), parsed.tree()));
    } else {
      BrokenText broken = new BrokenText(parsed.tree(), outlined.outline(), diagnostics);
      results.ifPresent(cache -> cache.keepBrokenText(unit.text(), true, broken));
    }
    return new OutlinedUnit(
        unit,
        OutlinedUnit.Reading.WHOLE,
        outlined.syntax().with(trees(unit, true), parsed.tree()),
        outlined.outline(),
        diagnostics.isEmpty() ? outlined.tokens() : Optional.empty(),
        outlined.named(),
        List.copyOf(diagnostics));
  }

  private Supplier<ParseResult> parser(ScannedUnit unit, boolean bodies) {
    return bodies
        ? () -> Parser.parse(unit.text(), checkpoint)
        : () -> Parser.parseDeepOutline(unit.text(), checkpoint);
  }

  private Supplier<UnitTree> trees(ScannedUnit unit, boolean bodies) {
    return () -> parser(unit, bodies).get().tree();
  }

  /** Whether an earlier build has compiled a unit with these tokens, which may well stand. */
  private boolean isCompiledBefore(ScannedUnit unit, Optional<ContentHash> tokens) {
    return reuse
        .filter(earlier -> earlier.covers(unit) && earlier.ofUnits())
        .flatMap(
            earlier ->
                tokens
                    .map(
                        hash ->
                            earlier.results().unitKey(earlier.options(), unit.logicalName(), hash))
                    .map(earlier.results()::traces))
        .filter(traces -> !traces.isEmpty())
        .isPresent();
  }

  private OutlinedUnit make(ScannedUnit unit, boolean bodies) {
    boolean atOnce = bodies && results(unit).filter(ResultCache::keepsTrees).isPresent();
    ParseResult parsed = meter.measure(Phase.PARSE, unit.logicalName(), parser(unit, atOnce));
    OutlineResult outlined =
        meter.measure(
            Phase.OUTLINE,
            unit.logicalName(),
            () -> Outliner.outline(unit.text(), parsed.tree(), checkpoint));
    if (unit.isCounted()) {
      meter.count(Phase.OUTLINE);
    }
    boolean isClean = parsed.diagnostics().isEmpty() && outlined.diagnostics().isEmpty();
    Supplier<UnitTree> trees = trees(unit, bodies);
    UnitSyntax unread = new UnitSyntax(unit.text(), trees);
    UnitSyntax syntax = bodies ? unread : unread.with(trees, parsed.tree());
    // An error in a body's comment is not seen yet, and is none of the tokens.
    Optional<ContentHash> tokens =
        results(unit)
            .filter(cache -> isClean && syntax.tokens().isSound())
            .map(cache -> syntax.tokens().hash());
    Set<String> named =
        isClean ? NamedModules.of(outlined.manifest()) : NamedModules.imported(outlined.manifest());
    tokens.ifPresent(hash -> keep(unit, new TextResult(outlined.manifest(), hash, named)));
    if (isClean && !prepared.get() && !isCompiledBefore(unit, tokens)) {
      prepareOnce();
    }
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    diagnostics.addAll(outlined.diagnostics());
    OutlinedUnit made =
        new OutlinedUnit(
            unit,
            OutlinedUnit.Reading.OUTLINE,
            syntax,
            outlined,
            tokens,
            named,
            List.copyOf(diagnostics));
    if (atOnce) {
      if (unit.isCounted()) {
        meter.count(Phase.PARSE);
      }
      return whole(made, parsed);
    }
    if (bodies && !isClean) {
      return whole(made);
    }
    if (!isClean) {
      BrokenText broken = new BrokenText(parsed.tree(), outlined, diagnostics);
      results(unit).ifPresent(cache -> cache.keepBrokenText(unit.text(), false, broken));
    }
    return made;
  }

  private void keep(ScannedUnit unit, TextResult result) {
    results(unit)
        .ifPresent(
            cache ->
                meter.observe(
                    BuildObserver.Activity.KEEP,
                    unit.logicalName(),
                    () -> cache.keepText(unit.text(), result)));
  }

  private void prepareOnce() {
    if (!prepared.getAndSet(true)) {
      prepare.run();
    }
  }
}
