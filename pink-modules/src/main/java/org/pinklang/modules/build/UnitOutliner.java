package org.pinklang.modules.build;

import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.parse.ParseResult;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.parse.TokenSequence;
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
   * Outlines a text.
   *
   * @param bodies whether the tree is to have the bodies of functions
   */
  OutlinedUnit outline(ScannedUnit unit, boolean bodies) {
    Optional<TextResult> known =
        results(unit)
            .flatMap(
                cache ->
                    meter.observe(
                        BuildObserver.Activity.FIND,
                        unit.logicalName(),
                        () -> cache.text(unit.text(), bodies)));
    if (known.isPresent()) {
      return found(unit, bodies, known.get());
    }
    return results(unit)
        .filter(cache -> bodies)
        .flatMap(cache -> cache.brokenText(unit.text()))
        .map(broken -> found(unit, broken))
        .orElseGet(() -> make(unit, bodies));
  }

  /** A unit that was outlined without the bodies of its functions, with them; a large stack. */
  OutlinedUnit withBodies(OutlinedUnit outlined) {
    ScannedUnit unit = outlined.scanned();
    ParseResult parsed = parse(unit, true);
    OutlineResult outline = Outliner.outline(unit.text(), parsed.tree(), checkpoint);
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    diagnostics.addAll(outline.diagnostics());
    return new OutlinedUnit(
        unit,
        parsed::tree,
        outline,
        outlined.tokens(),
        outlined.tokenSequences(),
        List.copyOf(diagnostics));
  }

  private static OutlinedUnit found(ScannedUnit unit, BrokenText broken) {
    return new OutlinedUnit(
        unit,
        broken::tree,
        broken.outline(),
        Optional.empty(),
        tokenSequences(unit),
        broken.diagnostics());
  }

  private static Supplier<TokenSequence> tokenSequences(ScannedUnit unit) {
    return Suppliers.memoize(() -> TokenSequence.of(unit.text()))::get;
  }

  private OutlinedUnit found(ScannedUnit unit, boolean bodies, TextResult known) {
    return new OutlinedUnit(
        unit,
        Suppliers.memoize(() -> treeOf(unit, bodies))::get,
        new OutlineResult(known.manifest(), List.of()),
        Optional.of(known.tokens()),
        tokenSequences(unit),
        List.of());
  }

  private UnitTree treeOf(ScannedUnit unit, boolean bodies) {
    Optional<UnitTree> kept =
        bodies ? results(unit).flatMap(cache -> cache.tree(unit.text())) : Optional.empty();
    return kept.orElseGet(() -> parse(unit, bodies).tree());
  }

  private ParseResult parse(ScannedUnit unit, boolean bodies) {
    if (unit.isCounted() && bodies) {
      meter.count(Phase.PARSE);
    }
    ParseResult parsed =
        meter.measure(
            Phase.PARSE,
            unit.logicalName(),
            () ->
                bodies
                    ? Parser.parse(unit.text(), checkpoint)
                    : Parser.parseDeepOutline(unit.text(), checkpoint));
    if (bodies) {
      results(unit).ifPresent(cache -> cache.keepTree(unit.text(), parsed.tree()));
    }
    return parsed;
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
    ParseResult parsed = parse(unit, bodies);
    OutlineResult outlined =
        meter.measure(
            Phase.OUTLINE,
            unit.logicalName(),
            () -> Outliner.outline(unit.text(), parsed.tree(), checkpoint));
    if (unit.isCounted()) {
      meter.count(Phase.OUTLINE);
    }
    List<Diagnostic> diagnostics = new ArrayList<>(parsed.diagnostics());
    diagnostics.addAll(outlined.diagnostics());
    Supplier<TokenSequence> sequences = tokenSequences(unit);
    Optional<ContentHash> tokens =
        diagnostics.isEmpty()
            ? results(unit).map(cache -> sequences.get().hash())
            : Optional.empty();
    if (!prepared.get()
        && diagnostics.isEmpty()
        && !isCompiledBefore(unit, tokens)
        && !prepared.getAndSet(true)) {
      prepare.run();
    }
    tokens.ifPresent(
        hash ->
            results(unit)
                .ifPresent(
                    cache ->
                        meter.observe(
                            BuildObserver.Activity.KEEP,
                            unit.logicalName(),
                            () ->
                                cache.keepText(
                                    unit.text(),
                                    new TextResult(outlined.manifest(), hash, bodies)))));
    if (bodies && !diagnostics.isEmpty()) {
      BrokenText broken = new BrokenText(parsed.tree(), outlined, diagnostics);
      results(unit).ifPresent(cache -> cache.keepBrokenText(unit.text(), broken));
    }
    return new OutlinedUnit(
        unit, parsed::tree, outlined, tokens, sequences, List.copyOf(diagnostics));
  }
}
