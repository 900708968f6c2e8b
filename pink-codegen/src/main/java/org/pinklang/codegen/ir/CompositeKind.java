package org.pinklang.codegen.ir;

/** How the members of a type lie to each other. */
public enum CompositeKind {
  /** One after the other. */
  STRUCT,
  /** In one place. */
  UNION;

  private static final CompositeKind[] ALL = values();

  /** The one of a number that was written. */
  public static CompositeKind of(int number) {
    return ALL[number];
  }
}
