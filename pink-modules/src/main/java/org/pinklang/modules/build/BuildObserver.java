package org.pinklang.modules.build;

/** Sees each piece of work as it ends, in any order and on any thread. */
@FunctionalInterface
public interface BuildObserver {

  /** An observer that looks away. */
  BuildObserver NONE = (phase, unit, startNanos, endNanos) -> {};

  /**
   * A piece of work has ended on the calling thread.
   *
   * @param unit the unit's logical name; when a program unit is scanned, the name of its file
   * @param startNanos when it began, as {@link System#nanoTime} counts
   * @param endNanos when it ended
   */
  void ended(Phase phase, String unit, long startNanos, long endNanos);

  /** What is done beside the phases, or around them. */
  enum Activity {
    /** A piece of work that a thread has taken from the queue; all that follows is part of one. */
    TASK,
    /** Parsing the bodies of a unit of which the outline was parsed before: part of its parsing. */
    PARSE_BODIES,
    /** Looking for what an earlier build found out about a unit, mostly reading from a store. */
    FIND,
    /** Keeping what was found out about a unit for later builds, mostly writing to a store. */
    KEEP
  }

  /**
   * Something beside the phases has ended on the calling thread.
   *
   * @param unit the unit's logical name; empty for a task
   * @param startNanos when it began, as {@link System#nanoTime} counts
   * @param endNanos when it ended
   */
  default void ended(Activity activity, String unit, long startNanos, long endNanos) {}

  /** All work of the phases so far has ended; called on the thread that runs the build. */
  default void phasesEnded() {}
}
