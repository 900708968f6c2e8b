package org.pinklang.modules.plan;

import org.pinklang.frontend.check.UnitRead;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.Span;

/** Why what was made of a unit before cannot be used. Immutable. */
public sealed interface Cause {

  /** Nothing is known of an earlier build of the unit with these options. */
  record NeverBuilt() implements Cause {}

  /** The unit has errors; what has errors is looked at in every build. */
  record HasErrors() implements Cause {}

  /** What was made is no longer in the store, or damaged. */
  record Lost() implements Cause {}

  /**
   * A declaration of the unit itself is another.
   *
   * @param name the declaration; empty for the unit declaration and the imports
   */
  record OwnText(String name, Change change) implements Cause {}

  /** The declarations of the unit are the same, in another order. */
  record Reordered() implements Cause {}

  /** What became of a declaration. */
  enum Change {
    /** It is written in another way. */
    CHANGED,
    /** It was not there. */
    ADDED,
    /** It is no longer there. */
    REMOVED
  }

  /**
   * What the unit reads of another one is different.
   *
   * @param read what is read
   * @param before the answer of the earlier build, in words
   * @param after the answer now
   * @param place where the unit's text reads it
   */
  record Read(UnitRead read, String before, String after, Span place) implements Cause {}

  /** Blanks or comments changed where they decide on the place of an edit that is offered. */
  record Reformatted() implements Cause {}

  /** A place in the compiled form, for panics or debuggers, has another line or column. */
  record Moved(LinePosition before, LinePosition after) implements Cause {}
}
