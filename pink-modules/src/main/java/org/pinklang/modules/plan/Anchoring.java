package org.pinklang.modules.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.Label;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.parse.TokenSequence;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.modules.codec.BodyParts;
import org.pinklang.modules.history.UnitTrace;

/** Ties the places of a result to tokens, so that they can be found when only blanks change. */
public final class Anchoring {
  private final String file;
  private final TokenSequence tokens;
  private final Map<Span, UnitTrace.Anchor> anchors = new HashMap<>();
  private boolean complete = true;

  private Anchoring(String file, TokenSequence tokens) {
    this.file = file;
    this.tokens = tokens;
  }

  /** Whether all places of diagnostics and edits are in the unit's own text. */
  public static boolean isOwn(
      String file, List<Diagnostic> diagnostics, List<SuggestedEdit> offers) {
    return diagnostics.stream()
            .allMatch(
                diagnostic ->
                    diagnostic.primary().file().equals(file)
                        && diagnostic.secondary().stream()
                            .allMatch(label -> label.file().equals(file))
                        && diagnostic.edits().stream().allMatch(edit -> edit.file().equals(file)))
        && offers.stream().allMatch(edit -> edit.file().equals(file));
  }

  /** The anchors of the spans of a trace; empty where one lies where blanks decide on it. */
  public static Optional<Map<Span, UnitTrace.Anchor>> of(
      SourceText text, TokenSequence tokens, UnitTrace trace) {
    Anchoring anchoring = new Anchoring(text.logicalName(), tokens);
    trace.reads().forEach(read -> anchoring.add(read.place()));
    trace.diagnostics().forEach(anchoring::add);
    trace.offers().forEach(edit -> anchoring.add(edit.span()));
    trace.positions().keySet().forEach(offset -> anchoring.add(at(offset)));
    trace.bodies().offsets().forEach(offset -> anchoring.add(at(offset)));
    return anchoring.complete ? Optional.of(anchoring.anchors) : Optional.empty();
  }

  /** A place in code: what begins there, and not what ends there too. */
  private static Span at(int offset) {
    return new Span(offset, offset + 1);
  }

  private void add(Diagnostic diagnostic) {
    add(diagnostic.primary());
    diagnostic.secondary().forEach(this::add);
    diagnostic.edits().forEach(edit -> add(edit.span()));
  }

  private void add(Label label) {
    if (label.file().equals(file)) {
      add(label.span());
    }
  }

  private void add(Span span) {
    if (anchors.containsKey(span)) {
      return;
    }
    OptionalLong start = tokens.anchor(span.start());
    OptionalLong end = tokens.anchorOfEnd(span.end());
    boolean empty = span.start() == span.end();
    if (start.isEmpty() || end.isEmpty() || empty && tokens.isBetweenTokens(span.start())) {
      complete = false;
    } else {
      anchors.put(
          span,
          new UnitTrace.Anchor(start.getAsLong(), empty ? start.getAsLong() : end.getAsLong()));
    }
  }

  /** A trace with its places as they are in a text with the same tokens. */
  static UnitTrace moved(
      UnitTrace trace, Map<Span, UnitTrace.Anchor> anchors, SourceText text, TokenSequence tokens) {
    Mover mover = new Mover(anchors, tokens);
    Map<Integer, LinePosition> positions = new HashMap<>();
    trace
        .positions()
        .forEach((offset, position) -> positions.put(mover.move(at(offset)).start(), position));
    Map<Span, UnitTrace.Anchor> moved = new HashMap<>();
    anchors.forEach((span, anchor) -> moved.put(mover.move(span), anchor));
    List<UnitTrace.Read> reads = new ArrayList<>();
    for (UnitTrace.Read read : trace.reads()) {
      reads.add(
          new UnitTrace.Read(read.read(), read.answer(), read.words(), mover.move(read.place())));
    }
    return new UnitTrace(
        text.hash(),
        trace.environment(),
        reads,
        positions,
        Optional.of(moved),
        trace.diagnostics().stream().map(mover::move).toList(),
        trace.offers().stream().map(mover::move).toList(),
        trace.compiled(),
        trace.summary(),
        new BodyParts(
            trace.bodies().code(),
            trace.bodies().offsets().stream()
                .map(offset -> mover.move(at(offset)).start())
                .toList()));
  }

  /** Finds the places in another text. */
  private record Mover(Map<Span, UnitTrace.Anchor> anchors, TokenSequence tokens) {

    Span move(Span span) {
      UnitTrace.Anchor anchor = anchors.get(span);
      if (anchor == null) {
        throw new IndexOutOfBoundsException("a place has no anchor: " + span);
      }
      return tokens.span(anchor.start(), anchor.end());
    }

    Diagnostic move(Diagnostic diagnostic) {
      return new Diagnostic(
          diagnostic.code(),
          diagnostic.arguments(),
          move(diagnostic.primary()),
          diagnostic.secondary().stream().map(this::move).toList(),
          diagnostic.notes(),
          diagnostic.edits().stream().map(this::move).toList());
    }

    Label move(Label label) {
      return new Label(label.file(), move(label.span()), label.text());
    }

    SuggestedEdit move(SuggestedEdit edit) {
      return new SuggestedEdit(
          edit.file(), move(edit.span()), edit.replacement(), edit.description());
    }
  }
}
