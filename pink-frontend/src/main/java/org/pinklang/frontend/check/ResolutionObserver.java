package org.pinklang.frontend.check;

import org.pinklang.frontend.type.PinkType;

/**
 * Hears what a check finds out about the text of one unit: what each name stands for, and the type
 * of each expression. Called on the checking thread, in no particular order; bodies may be checked
 * more than once, so that a place may be told again, and the last time counts unless it tells an
 * erroneous type. Offsets are byte offsets into the text.
 */
public interface ResolutionObserver {

  /**
   * A name is used, or declared at top level or as a member.
   *
   * @param referent a member is told for any name that is used as one of the type; the type may
   *     lack it
   */
  void named(int start, int end, Referent referent);

  /** A parameter, local, loop variable or binder is declared. */
  void declared(int start, int end, Referent.Local local, LocalKind kind, PinkType type);

  /** An expression, a written type or the name of a declaration has a type. */
  void typed(int start, int end, PinkType type);

  /** What kind of declaration a local has. */
  enum LocalKind {
    /** A parameter of a function. */
    PARAMETER,
    /** A local, loop variable or binder that can be assigned. */
    VARIABLE,
    /** A local that cannot. */
    CONSTANT
  }
}
