package org.pinklang.frontend.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. */
public sealed interface Expression extends Node
    permits Literal,
        Expression.Path,
        Expression.StructLiteral,
        Expression.SizeOf,
        Expression.Array,
        Expression.RepeatedArray,
        Expression.Tuple,
        Expression.Parenthesized,
        Expression.Block,
        Expression.Conditional,
        Expression.Match,
        Expression.OperatorChain,
        Expression.PrefixChain,
        Expression.CastChain,
        Expression.PostfixChain,
        Expression.Assignment,
        Expression.Malformed {

  /** {@code name} or {@code module.name::name}. */
  record Path(@Nullable ModuleName qualifier, Identifier name, int start, int end)
      implements Expression {}

  /** {@code Point { x: 1, y: 2 }}. */
  record StructLiteral(Path path, List<FieldValue> fields, int start, int end)
      implements Expression {

    /** Copies the list. */
    public StructLiteral {
      fields = List.copyOf(fields);
    }
  }

  /**
   * {@code size_of(T)} or {@code align_of(T)}.
   *
   * @param alignment whether it is {@code align_of}
   */
  record SizeOf(boolean alignment, TypeTree type, int start, int end) implements Expression {}

  /** {@code [a, b, c]}, {@code []} included. */
  record Array(List<Expression> elements, int start, int end) implements Expression {

    /** Copies the list. */
    public Array {
      elements = List.copyOf(elements);
    }
  }

  /** {@code [e; n]}. */
  record RepeatedArray(Expression element, Expression length, int start, int end)
      implements Expression {}

  /** {@code (a, b)}: two or more elements. */
  record Tuple(List<Expression> elements, int start, int end) implements Expression {

    /** Copies the list. */
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /** {@code (e)}. */
  record Parenthesized(Expression expression, int start, int end) implements Expression {}

  /** {@code { … }}. */
  record Block(List<Term> terms, int start, int end) implements Expression {

    /** Copies the list. */
    public Block {
      terms = List.copyOf(terms);
    }
  }

  /**
   * {@code if (c) { … } else if (d) { … } else { … }}.
   *
   * @param branches the conditions with their blocks; at least one
   * @param otherwise the block after the last {@code else}
   */
  record Conditional(List<Branch> branches, @Nullable Block otherwise, int start, int end)
      implements Expression {

    /** Copies the list. */
    public Conditional {
      branches = List.copyOf(branches);
    }
  }

  /** {@code match (e) { a(x) => { … } else => { … } }}. */
  record Match(Expression subject, List<Arm> arms, @Nullable Block otherwise, int start, int end)
      implements Expression {

    /** Copies the list. */
    public Match {
      arms = List.copyOf(arms);
    }
  }

  /**
   * Binary operators of one level, from left to right: {@code a + b - c}.
   *
   * @param steps at least one; all operators have the same level
   */
  record OperatorChain(Expression first, List<OperatorStep> steps, int start, int end)
      implements Expression {

    /** Copies the list. */
    public OperatorChain {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Prefix operators before one operand.
   *
   * @param operators outermost first; at least one
   * @param offsets where each operator stands, in the same order
   */
  record PrefixChain(
      List<PrefixOperator> operators, List<Integer> offsets, Expression operand, int start, int end)
      implements Expression {

    /** Copies the lists. */
    public PrefixChain {
      operators = List.copyOf(operators);
      offsets = List.copyOf(offsets);
    }
  }

  /**
   * {@code e as T as U}.
   *
   * @param types innermost first; at least one
   */
  record CastChain(Expression operand, List<TypeTree> types, int start, int end)
      implements Expression {

    /** Copies the list. */
    public CastChain {
      types = List.copyOf(types);
    }
  }

  /**
   * A primary expression and what is done to it.
   *
   * @param suffixes innermost first; at least one
   */
  record PostfixChain(Expression primary, List<Suffix> suffixes, int start, int end)
      implements Expression {

    /** Copies the list. */
    public PostfixChain {
      suffixes = List.copyOf(suffixes);
    }
  }

  /**
   * {@code a = b = e}.
   *
   * @param places outermost first; at least one
   */
  record Assignment(List<Expression> places, Expression value, int start, int end)
      implements Expression {

    /** Copies the list. */
    public Assignment {
      places = List.copyOf(places);
    }
  }

  /** What could not be read as an expression; already reported. */
  record Malformed(int start, int end) implements Expression {}

  /**
   * One operator of a chain with its right operand; starts at the operator.
   *
   * @param operand the right operand
   */
  record OperatorStep(BinaryOperator operator, Expression operand, int start, int end)
      implements Node {}

  /** One {@code name: value} of a struct literal. */
  record FieldValue(Identifier name, Expression value, int start, int end) implements Node {}

  /** One condition with its block. */
  record Branch(Expression condition, Block body, int start, int end) implements Node {}

  /**
   * One arm of a match.
   *
   * @param binder the name of the payload; null where it is left out
   */
  record Arm(Identifier alternative, @Nullable Identifier binder, Block body, int start, int end)
      implements Node {}
}
