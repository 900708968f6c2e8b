package org.pinklang.frontend.parse;

import org.pinklang.frontend.diagnostic.SyntaxCode;

/** Counts how deep constructs nest and how long chains get. For one text and one thread. */
final class Nesting {
  /** Elements of one chain: operators, calls, fields, {@code else if}, prefixes. */
  static final int LONGEST_CHAIN = 500_000;

  private final Cursor cursor;
  private final Recovery recovery;
  private final int limit;
  private final boolean reports;
  private int depth;
  private boolean exceeded;

  /**
   * A counter that starts at 0.
   *
   * @param limit how deep constructs may nest
   * @param reports whether what nests deeper is an error; else it is left out without a word
   */
  Nesting(Cursor cursor, Recovery recovery, int limit, boolean reports) {
    this.cursor = cursor;
    this.recovery = recovery;
    this.limit = limit;
    this.reports = reports;
  }

  /** Whether something was left out because it nests too deeply. */
  boolean exceeded() {
    return exceeded;
  }

  /**
   * Goes one level deeper; where that is one too many, skips the construct that begins here and
   * returns false. Every true answer is followed by one {@link #leave}.
   */
  boolean enter() {
    if (depth < limit) {
      depth++;
      return true;
    }
    if (reports && !exceeded) {
      cursor.report(
          cursor
              .here(SyntaxCode.NESTED_TOO_DEEPLY, String.valueOf(limit))
              .note("give the inner parts names, or move them into functions of their own"));
    }
    exceeded = true;
    recovery.skipNested();
    cursor.keepSilentHere();
    return false;
  }

  /** Comes back one level. */
  void leave() {
    depth--;
  }

  /**
   * Whether a chain of so many elements may have another; where it may not, says so once and leaves
   * the parser lost.
   */
  boolean mayGrow(int length) {
    if (length < LONGEST_CHAIN) {
      return true;
    }
    cursor.fail(
        cursor
            .here(SyntaxCode.CHAIN_TOO_LONG, String.valueOf(LONGEST_CHAIN))
            .note("give a part of it a name"));
    return false;
  }
}
