package org.pinklang.frontend.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type as written. {@code (T)} is the tree of {@code T}. */
public sealed interface TypeTree extends Node {

  /** A predeclared type, a struct or a union. */
  record Named(@Nullable ModuleName qualifier, Identifier name, int start, int end)
      implements TypeTree {}

  /** A tuple of two or more elements. */
  record Tuple(List<TypeTree> elements, int start, int end) implements TypeTree {

    /** Copies the list. */
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /** {@code [T; n]}. */
  record Array(TypeTree element, Expression length, int start, int end) implements TypeTree {}

  /** {@code *T}, {@code *?T} or {@code *[]T}. */
  record Pointer(PointerKind kind, TypeTree target, int start, int end) implements TypeTree {}

  /**
   * {@code fn(T, …) -> U}.
   *
   * @param result null where none is written, which means {@code Nil}
   */
  record Function(List<TypeTree> parameters, @Nullable TypeTree result, int start, int end)
      implements TypeTree {

    /** Copies the list. */
    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  /** What could not be read as a type; already reported. */
  record Malformed(int start, int end) implements TypeTree {}

  /** The three kinds of pointer type. */
  enum PointerKind {
    /** {@code *T}: never nil. */
    PLAIN,
    /** {@code *?T}: may be nil. */
    NULLABLE,
    /** {@code *[]T}: pointer and length. */
    SLICE
  }
}
