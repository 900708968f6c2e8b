package org.pinklang.frontend.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One postfix operation of a {@link Expression.PostfixChain}. Its span is that of the suffix alone;
 * the expression up to it starts where the chain starts.
 */
public sealed interface Suffix extends Node {

  /** {@code .name}. */
  record Member(Identifier name, int start, int end) implements Suffix {}

  /** {@code .0}; an index too large for an {@code int} is {@link Integer#MAX_VALUE}. */
  record TupleIndex(int index, int start, int end) implements Suffix {}

  /** {@code [i]}. */
  record Index(Expression index, int start, int end) implements Suffix {}

  /** {@code [a..b]}, where either side may be missing. */
  record Slice(@Nullable Expression from, @Nullable Expression to, int start, int end)
      implements Suffix {}

  /** {@code (a, b)}. */
  record Call(List<Expression> arguments, int start, int end) implements Suffix {

    /** Copies the list. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code !}: the pointer is not nil, or the program panics. */
  record Unwrap(int start, int end) implements Suffix {}
}
