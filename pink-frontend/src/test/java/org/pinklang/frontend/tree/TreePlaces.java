package org.pinklang.frontend.tree;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for nodes whose place is no range of the text. */
public final class TreePlaces {
  private TreePlaces() {}

  /** The first node that ends before it starts or lies outside the text; null where none does. */
  public static @Nullable Node firstWrong(Node tree, int textLength) {
    Deque<Object> open = new ArrayDeque<>(List.of(tree));
    while (!open.isEmpty()) {
      Object next = open.pop();
      if (next instanceof List<?> list) {
        list.forEach(open::push);
      } else if (next instanceof Node node) {
        if (node.start() < 0 || node.end() < node.start() || node.end() > textLength) {
          return node;
        }
        pushParts(node, open);
      }
    }
    return null;
  }

  private static void pushParts(Node node, Deque<Object> open) {
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      Object part = TreeEquality.value(component, node);
      if (part != null) {
        open.push(part);
      }
    }
  }
}
