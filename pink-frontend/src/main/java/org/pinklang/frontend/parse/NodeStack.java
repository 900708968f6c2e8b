package org.pinklang.frontend.parse;

import java.util.Arrays;
import java.util.List;

/** Collects the elements of lists that nest in each other in one array. For one thread. */
final class NodeStack {
  private Object[] nodes = new Object[64];
  private int size;

  /** Where a new list begins. */
  int mark() {
    return size;
  }

  void push(Object node) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, size * 2);
    }
    nodes[size++] = node;
  }

  /** Number of elements of the list that began at {@code mark}. */
  int count(int mark) {
    return size - mark;
  }

  /**
   * Takes off the list that began at {@code mark}; all of its elements are of the type asked for.
   */
  @SuppressWarnings("unchecked")
  <T> List<T> take(int mark) {
    int count = size - mark;
    List<T> list =
        switch (count) {
          case 0 -> List.of();
          case 1 -> List.of((T) nodes[mark]);
          case 2 -> List.of((T) nodes[mark], (T) nodes[mark + 1]);
          default -> (List<T>) List.of(Arrays.copyOfRange(nodes, mark, size));
        };
    size = mark;
    return list;
  }
}
