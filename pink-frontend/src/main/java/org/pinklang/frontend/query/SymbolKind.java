package org.pinklang.frontend.query;

import org.pinklang.frontend.check.ResolutionObserver.LocalKind;
import org.pinklang.frontend.manifest.DeclarationKind;

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
  /** A field of a struct, or {@code length} or {@code pointer} of arrays and slices. */
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

  static SymbolKind of(DeclarationKind kind) {
    return switch (kind) {
      case FUNCTION -> FUNCTION;
      case EXTERN -> EXTERN;
      case VARIABLE -> VARIABLE;
      case CONSTANT -> CONSTANT;
      case STRUCT -> STRUCT;
      case UNION -> UNION;
    };
  }

  static SymbolKind of(LocalKind kind) {
    return switch (kind) {
      case PARAMETER -> PARAMETER;
      case VARIABLE -> LOCAL_VARIABLE;
      case CONSTANT -> LOCAL_CONSTANT;
    };
  }

  /** Whether this declares a type. */
  public boolean isType() {
    return this == STRUCT || this == UNION || this == PREDECLARED_TYPE;
  }

  /** Whether this is called. */
  public boolean isFunction() {
    return this == FUNCTION || this == EXTERN || this == PREDECLARED_FUNCTION;
  }
}
