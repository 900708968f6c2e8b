package org.pinklang.modules.codec;

/**
 * The parts of a manifest in its bytes, in their order. The tags from {@link #FIRST_OPTIONAL} on
 * are of parts that a reader which does not know them may leave alone.
 */
enum Part {
  /** Name, imports, and the declarations that importers need. */
  INTERFACE(1),
  /** The other declarations, for units of the same module. */
  MODULE(2),
  /** The hash of the text, its lines, the order of declarations, the place of every node. */
  POSITIONS(3),
  /** Comments before the unit, declarations, fields and alternatives. */
  DOCUMENTATION(4),
  /** The bodies that the unit offers for inlining; of their own hash. */
  BODIES(128),
  /** The text itself. */
  SOURCE(129);

  /** The first tag of a part that may be missing or unknown. */
  static final int FIRST_OPTIONAL = 128;

  private final int tag;

  Part(int tag) {
    this.tag = tag;
  }

  int tag() {
    return tag;
  }

  boolean isOptional() {
    return tag >= FIRST_OPTIONAL;
  }
}
