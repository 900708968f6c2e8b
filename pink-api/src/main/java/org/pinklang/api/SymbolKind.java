package org.pinklang.api;

/** What a name stands for. */
public enum SymbolKind {
  /** A module. */
  MODULE,
  /** A partition of a module. */
  PARTITION,
  /** A function written in Pink. */
  FUNCTION,
  /** A C function. */
  EXTERN,
  /** A global that can be assigned. */
  VARIABLE,
  /** A global constant. */
  CONSTANT,
  /** A struct. */
  STRUCT,
  /** A tagged union. */
  UNION,
  /** A field of a struct or an element of a tuple, {@code length} and {@code pointer}. */
  FIELD,
  /** An alternative of a union. */
  ALTERNATIVE,
  /** A parameter. */
  PARAMETER,
  /** A local that can be assigned, a loop variable or a binder. */
  LOCAL_VARIABLE,
  /** A local constant. */
  LOCAL_CONSTANT,
  /** A type that need not be declared. */
  PREDECLARED_TYPE,
  /** A function that need not be declared. */
  PREDECLARED_FUNCTION,
  /** A keyword; only among completions. */
  KEYWORD,
  /** A name of a module that could not be found. */
  UNRESOLVED;

  static SymbolKind of(org.pinklang.frontend.query.SymbolKind kind) {
    return valueOf(kind.name());
  }
}
