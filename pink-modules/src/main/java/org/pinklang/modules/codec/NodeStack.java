package org.pinklang.modules.codec;

import java.lang.reflect.Array;
import java.util.List;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.tree.Node;

/**
 * The nodes read so far that are not yet part of another, each with its depth: no tree gets deeper
 * than a text can make one, whatever the bytes say. For one thread.
 */
final class NodeStack {
  /** More nodes than the longest way from one bracket or block to the next one in it. */
  private static final int NODES_PER_LEVEL = 32;

  /** The parser leaves an empty block where one would be a level too deep. */
  private static final int DEEPEST = Parser.NESTING_LIMIT + 1;

  private static final int LEVEL_BITS = 12;
  private static final int LEVEL_MASK = (1 << LEVEL_BITS) - 1;

  private final Node[] nodes;

  /** For each node how many nodes lie below it, and in the low bits how many levels. */
  private final int[] depths;

  private int size;
  private int nodesBelow;
  private int levelsBelow;

  /** A stack for so many nodes. */
  NodeStack(int capacity) {
    this.nodes = new Node[capacity];
    this.depths = new int[capacity];
  }

  int size() {
    return size;
  }

  /** Takes the last node. */
  <T extends Node> T pop(Class<T> type) {
    if (size == 0 || !type.isInstance(nodes[size - 1])) {
      throw new DamagedManifestException("a tree is not well-formed");
    }
    size--;
    nodesBelow = Math.max(nodesBelow, depths[size] >>> LEVEL_BITS);
    levelsBelow = Math.max(levelsBelow, depths[size] & LEVEL_MASK);
    return type.cast(nodes[size]);
  }

  /** Takes the last nodes, in the order in which they were pushed. */
  <T extends Node> List<T> popAll(Class<T> type, int count) {
    if (count > size) {
      throw new DamagedManifestException("a tree is not well-formed");
    }
    if (count == 0) {
      return List.of();
    }
    @SuppressWarnings("unchecked") // An array of T that nobody else sees.
    T[] parts = (T[]) Array.newInstance(type, count);
    for (int i = count - 1; i >= 0; i--) {
      parts[i] = pop(type);
    }
    return List.of(parts);
  }

  /**
   * Pushes a node made of those popped since the last push.
   *
   * @param nests whether the parser counts it as a level of nesting
   */
  void push(Node node, boolean nests) {
    int deep = nodesBelow + 1;
    int levels = levelsBelow + (nests ? 1 : 0);
    if (levels > DEEPEST || deep > DEEPEST * NODES_PER_LEVEL) {
      throw new DamagedManifestException("a tree is too deep");
    }
    nodes[size] = node;
    depths[size++] = deep << LEVEL_BITS | levels;
    nodesBelow = 0;
    levelsBelow = 0;
  }
}
