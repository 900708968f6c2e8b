package org.pinklang.modules.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinklang.frontend.check.UnitRead;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.Span;
import org.pinklang.modules.codec.BodyParts;

/**
 * How a unit without errors was checked and compiled, and all that this depended on beside its
 * tokens and the build's options. Immutable.
 *
 * @param text the hash of the text; all offsets are offsets in it
 * @param environment the hash of every manifest the check could have read
 * @param reads what was read of other units
 * @param positions the lines and columns that are part of the compiled form, by offset
 * @param anchors where the offsets of everything here lie among the tokens, by span; empty where
 *     one lies where this cannot be said, so that the trace is for this very text
 * @param diagnostics warnings
 * @param offers edits that write types which other units of the module may miss
 * @param compiled the hash of the compiled form, where there is one
 * @param summary what a program needs to know of the unit
 * @param bodies what the unit offers for inlining
 */
public record UnitTrace(
    ContentHash text,
    ContentHash environment,
    List<Read> reads,
    Map<Integer, LinePosition> positions,
    Optional<Map<Span, Anchor>> anchors,
    List<Diagnostic> diagnostics,
    List<SuggestedEdit> offers,
    Optional<ContentHash> compiled,
    UnitSummary summary,
    BodyParts bodies) {

  /** Copies the collections. */
  public UnitTrace {
    reads = List.copyOf(reads);
    positions = Map.copyOf(positions);
    anchors = anchors.map(Map::copyOf);
    diagnostics = List.copyOf(diagnostics);
    offers = List.copyOf(offers);
  }

  /**
   * One read.
   *
   * @param read the question
   * @param answer the fingerprint of the answer
   * @param words the answer for a user to see
   * @param place where the text asked first
   */
  public record Read(UnitRead read, ContentHash answer, String words, Span place) {}

  /** The two ends of a span among the tokens of the text. */
  public record Anchor(long start, long end) {}

  /** The same trace in another environment that answers the same. */
  public UnitTrace in(ContentHash other) {
    return new UnitTrace(
        text, other, reads, positions, anchors, diagnostics, offers, compiled, summary, bodies);
  }

  /** The same trace with its places tied to tokens. */
  public UnitTrace anchored(Optional<Map<Span, Anchor>> known) {
    return new UnitTrace(
        text, environment, reads, positions, known, diagnostics, offers, compiled, summary, bodies);
  }
}
