package org.pinklang.codegen.ir;

/** Who can see a function or global. */
public enum Visibility {
  /** This module only; the symbol table of the object has its name. */
  INTERNAL,
  /** This module only; the symbol table of the object does not have it. */
  PRIVATE,
  /** Whatever is linked into the same output. */
  HIDDEN,
  /** Everybody. */
  DEFAULT,
  /** Everybody; it is defined elsewhere, and the body here is there to be looked into only. */
  AVAILABLE
}
