package org.pinklang.frontend.tree;

/** The bits that say, in the linear form of a tree, which parts a node has. */
public final class NodeFlags {
  /** {@code export} stands before a declaration. */
  public static final int EXPORTED = 1;

  /** {@code inline} or {@code opaque} stands before it, or {@code ...} ends its parameters. */
  public static final int MARKED = 2;

  /** The type, result, qualifier, binder, value, bound or last block that may be missing. */
  public static final int OPTIONAL = 4;

  /** The body of a function, or the lower bound of a slice. */
  public static final int FIRST = 8;

  /** The module an import names. */
  public static final int MODULE = 2;

  /** An import has a list of names. */
  public static final int NAMES = 8;

  /** The partition an import names. */
  public static final int PARTITION = 16;

  private NodeFlags() {}

  static int of(boolean set, int flag) {
    return set ? flag : 0;
  }
}
