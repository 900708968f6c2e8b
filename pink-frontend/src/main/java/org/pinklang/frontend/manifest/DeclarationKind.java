package org.pinklang.frontend.manifest;

import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;

/** The kinds of declaration, as far as a manifest tells them without its tree. */
public enum DeclarationKind {
  /** A function written in Pink. */
  FUNCTION,
  /** A C function. */
  EXTERN,
  /** A global that can be assigned. */
  VARIABLE,
  /** A constant. */
  CONSTANT,
  /** A struct. */
  STRUCT,
  /** A tagged union. */
  UNION;

  /** The kind of a declaration. */
  public static DeclarationKind of(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Function function -> FUNCTION;
      case Declaration.Extern extern -> EXTERN;
      case Declaration.Global global -> global.kind() == BindingKind.CONST ? CONSTANT : VARIABLE;
      case Declaration.Struct struct -> STRUCT;
      case Declaration.Union union -> UNION;
      case Declaration.Malformed malformed ->
          throw new IllegalArgumentException("a malformed declaration has no kind");
    };
  }

  /** Whether this is a function, of Pink or of C. */
  public boolean isFunction() {
    return this == FUNCTION || this == EXTERN;
  }

  /** Whether this declares a type. */
  public boolean isType() {
    return this == STRUCT || this == UNION;
  }
}
