package org.pinklang.frontend.typed;

/** Who can see the symbol of a declaration. */
public enum Linkage {
  /** Only the object it is in. */
  INTERNAL,
  /** The other objects of the same linked output. */
  HIDDEN,
  /** Everybody: an exported declaration. */
  PUBLIC
}
