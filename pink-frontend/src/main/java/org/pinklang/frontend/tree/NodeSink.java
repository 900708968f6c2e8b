package org.pinklang.frontend.tree;

import org.jspecify.annotations.Nullable;

/**
 * Takes the linear form of a tree: of each node its {@link NodeKind}, then its numbers and texts in
 * the order that kind says, then its place; every node after its parts.
 */
public interface NodeSink {

  /** A node begins. */
  void kind(NodeKind kind);

  /** Flags, a count, an ordinal or a value; to be read unsigned. */
  void number(long value);

  /** The text of a name or a number. */
  void text(String text);

  /** The bytes of a string literal, one {@code char} from 0 to 255 for each. */
  void bytes(String bytes);

  /**
   * What documents the field, alternative or declaration that comes next; called for each of them.
   */
  void documentation(@Nullable Documentation documentation);

  /** The place of the node, or of one operator of a chain of prefixes. */
  void span(int start, int end);
}
