package org.pinklang.modules.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.ReadAnswers;
import org.pinklang.frontend.check.UnitRead;
import org.pinklang.frontend.parse.TokenSequence;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;
import org.pinklang.modules.history.UnitTrace;

/** What is to become of a unit: an old result stands, or a new one must be made. */
public sealed interface UnitPlan {

  /**
   * An old result is what a new one would be.
   *
   * @param trace with its places as they are in the present text
   * @param known whether this very trace is recorded, for this text and environment
   */
  record Reuse(UnitTrace trace, boolean known) implements UnitPlan {}

  /** The unit must be checked again. */
  record Make(List<Cause> causes) implements UnitPlan {

    /** Copies the list. */
    public Make {
      causes = List.copyOf(causes);
    }
  }

  /**
   * Decides for a unit: a function of what was recorded and of what the present build answers.
   *
   * @param traces how a unit with the same tokens was compiled before, the last time first
   * @param text the present text
   * @param tokens its tokens
   * @param environment the hash of all the unit could read now
   * @param facts answers what the unit has read
   * @param withBodies whether what was read of the bodies of other units counts; if not, what
   *     checking gave may be reused, but not the compiled form
   */
  static UnitPlan decide(
      List<UnitTrace> traces,
      SourceText text,
      Supplier<TokenSequence> tokens,
      ContentHash environment,
      BuildFacts facts,
      boolean withBodies) {
    List<Cause> causes = List.of();
    for (UnitTrace trace : traces) {
      Set<UnitRead> changed = changedReads(trace, environment, facts, withBodies);
      UnitTrace moved = inText(trace, text, tokens);
      List<Cause> found;
      if (!changed.isEmpty()) {
        found = causes(moved == null ? trace : moved, changed, facts.readAnswers());
      } else if (moved == null) {
        found = List.of(new Cause.Reformatted());
      } else {
        // In the very text nothing can have moved.
        found = moved == trace ? List.of() : movedPlaces(moved, text);
        if (found.isEmpty()) {
          boolean known = moved == trace && trace.environment().equals(environment);
          return new Reuse(moved.in(environment), known);
        }
      }
      causes = causes.isEmpty() ? found : causes;
    }
    return new Make(causes.isEmpty() ? List.of(new Cause.NeverBuilt()) : causes);
  }

  /** The trace with its places in the present text; null where they cannot be found there. */
  private static @Nullable UnitTrace inText(
      UnitTrace trace, SourceText text, Supplier<TokenSequence> tokens) {
    if (trace.text().equals(text.hash())) {
      return trace;
    }
    Map<Span, UnitTrace.Anchor> anchors = trace.anchors().orElse(null);
    if (anchors == null) {
      return null;
    }
    try {
      return Anchoring.moved(trace, anchors, text, tokens.get());
    } catch (IndexOutOfBoundsException e) {
      return null; // no trace of such a text: the record is wrong
    }
  }

  private static Set<UnitRead> changedReads(
      UnitTrace trace, ContentHash environment, BuildFacts facts, boolean withBodies) {
    // The environment is that of manifests, which say nothing of bodies.
    boolean isElsewhere = !trace.environment().equals(environment);
    ReadAnswers now = facts.readAnswers();
    Set<UnitRead> changed = new HashSet<>();
    for (UnitTrace.Read read : trace.reads()) {
      boolean counts = read.read() instanceof UnitRead.Body ? withBodies : isElsewhere;
      if (counts && !now.fingerprint(read.read()).equals(read.answer())) {
        changed.add(read.read());
      }
    }
    return changed;
  }

  private static List<Cause> causes(UnitTrace trace, Set<UnitRead> changed, ReadAnswers now) {
    List<Cause> causes = new ArrayList<>();
    for (UnitTrace.Read read : trace.reads()) {
      if (changed.contains(read.read())) {
        String after = now.words(read.read());
        causes.add(new Cause.Read(read.read(), read.words(), after, read.place()));
      }
    }
    return causes;
  }

  /** The first place in the compiled form that has another line or column now. */
  private static List<Cause> movedPlaces(UnitTrace moved, SourceText text) {
    for (Map.Entry<Integer, LinePosition> entry : new TreeMap<>(moved.positions()).entrySet()) {
      LinePosition after = text.position(entry.getKey());
      if (!after.equals(entry.getValue())) {
        return List.of(new Cause.Moved(entry.getValue(), after));
      }
    }
    return List.of();
  }
}
