package org.pinklang.frontend.tree;

/** What stands before the name of a global or local. */
public enum BindingKind {
  /** Nothing: a variable. */
  PLAIN,
  /** {@code var}: a variable. */
  VAR,
  /** {@code const}: not assigned again. */
  CONST
}
