package org.pinklang.frontend.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.tree.Expression.Block;

/** A declaration at top level. */
public sealed interface Declaration extends Node {

  /** What is declared; null only where an error left nothing to name. */
  @Nullable Identifier name();

  /** The comment before it. */
  @Nullable Documentation documentation();

  /** Whether {@code export} stands before it. */
  boolean exported();

  /**
   * A function.
   *
   * @param inline whether {@code inline} stands before {@code fn}
   * @param result the written result type
   * @param body null where a semicolon stands in its place
   */
  record Function(
      @Nullable Documentation documentation,
      boolean exported,
      boolean inline,
      Identifier name,
      List<Parameter> parameters,
      @Nullable TypeTree result,
      @Nullable Block body,
      int start,
      int end)
      implements Declaration {

    /** Copies the list. */
    public Function {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * A global variable or constant.
   *
   * @param type the written type
   */
  record Global(
      @Nullable Documentation documentation,
      boolean exported,
      BindingKind kind,
      Identifier name,
      @Nullable TypeTree type,
      Expression initializer,
      int start,
      int end)
      implements Declaration {}

  /** A struct. */
  record Struct(
      @Nullable Documentation documentation,
      boolean exported,
      boolean opaque,
      Identifier name,
      List<Field> fields,
      int start,
      int end)
      implements Declaration {

    /** Copies the list. */
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  /** A tagged union. */
  record Union(
      @Nullable Documentation documentation,
      boolean exported,
      Identifier name,
      List<Alternative> alternatives,
      int start,
      int end)
      implements Declaration {

    /** Copies the list. */
    public Union {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * A C function.
   *
   * @param variadic whether {@code ...} ends the parameters
   */
  record Extern(
      @Nullable Documentation documentation,
      boolean exported,
      Identifier name,
      List<Parameter> parameters,
      boolean variadic,
      @Nullable TypeTree result,
      int start,
      int end)
      implements Declaration {

    /** Copies the list. */
    public Extern {
      parameters = List.copyOf(parameters);
    }
  }

  /** What could not be read as a declaration; already reported. */
  record Malformed(int start, int end) implements Declaration {
    @Override
    public @Nullable Identifier name() {
      return null;
    }

    @Override
    public @Nullable Documentation documentation() {
      return null;
    }

    @Override
    public boolean exported() {
      return false;
    }
  }

  /** One parameter. */
  record Parameter(Identifier name, TypeTree type, int start, int end) implements Node {}

  /** One field of a struct. */
  record Field(
      @Nullable Documentation documentation, Identifier name, TypeTree type, int start, int end)
      implements Node {}

  /**
   * One alternative of a union.
   *
   * @param type what it carries; null for nothing
   */
  record Alternative(
      @Nullable Documentation documentation,
      Identifier name,
      @Nullable TypeTree type,
      int start,
      int end)
      implements Node {}
}
