package org.pinklang.frontend.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One term of a block. */
public sealed interface Term extends Node {

  /**
   * An expression as a term, also a block, {@code if} or {@code match}. A stray semicolon after a
   * block-like term is not kept.
   */
  record Evaluation(Expression expression, int start, int end) implements Term {}

  /**
   * {@code x := e}, {@code x: T := e} or {@code (a, b) := e}.
   *
   * @param names the bound names; more than one where a tuple is taken apart
   * @param type the written type
   */
  record Local(
      BindingKind kind,
      List<Identifier> names,
      @Nullable TypeTree type,
      Expression initializer,
      int start,
      int end)
      implements Term {

    /** Copies the list. */
    public Local {
      names = List.copyOf(names);
    }
  }

  /** {@code while (c) { … }}. */
  record While(Expression condition, Expression.Block body, int start, int end) implements Term {}

  /**
   * {@code for i in a..b { … }} or {@code for x in xs { … }}.
   *
   * @param from the lower bound, or what is run over
   * @param to the upper bound; null where an array or slice is run over
   */
  record For(
      Identifier variable,
      Expression from,
      @Nullable Expression to,
      Expression.Block body,
      int start,
      int end)
      implements Term {}

  /** {@code return e;} or {@code return;}. */
  record Return(@Nullable Expression value, int start, int end) implements Term {}

  /** {@code break;}. */
  record Break(int start, int end) implements Term {}

  /** {@code continue;}. */
  record Continue(int start, int end) implements Term {}

  /** What could not be read as a term; already reported. */
  record Malformed(int start, int end) implements Term {}
}
