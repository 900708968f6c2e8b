package org.pinklang.frontend.manifest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The strongly connected parts of a graph of names, each after those it leads to (Tarjan's
 * algorithm with a stack of its own, so that no chain is too long). For one thread.
 */
public final class NameGroups {
  private final Function<String, List<String>> edges;
  private final Map<String, Node> nodes = new HashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private final Deque<Node> path = new ArrayDeque<>();
  private final List<List<String>> groups = new ArrayList<>();

  private static final class Node {
    final String name;
    final int index;
    final Iterator<String> rest;
    int low;
    boolean closed;

    Node(String name, int index, Iterator<String> rest) {
      this.name = name;
      this.index = index;
      this.low = index;
      this.rest = rest;
    }
  }

  /** The parts of the graph with these edges. */
  public NameGroups(Function<String, List<String>> edges) {
    this.edges = edges;
  }

  /** The parts found so far, and behind them those that a node leads to, its own last. */
  public List<List<String>> from(String root) {
    if (nodes.containsKey(root)) {
      return groups;
    }
    enter(root);
    while (!path.isEmpty()) {
      Node node = Objects.requireNonNull(path.peek());
      if (node.rest.hasNext()) {
        follow(node, node.rest.next());
      } else {
        leave(node);
      }
    }
    return groups;
  }

  private void enter(String name) {
    Node node = new Node(name, nodes.size(), edges.apply(name).iterator());
    nodes.put(name, node);
    open.push(node);
    path.push(node);
  }

  private void follow(Node node, String target) {
    Node next = nodes.get(target);
    if (next == null) {
      enter(target);
    } else if (!next.closed) {
      node.low = Math.min(node.low, next.index);
    }
  }

  private void leave(Node node) {
    path.pop();
    Node before = path.peek();
    if (before != null) {
      before.low = Math.min(before.low, node.low);
    }
    if (node.low == node.index) {
      List<String> group = new ArrayList<>();
      Node member;
      do {
        member = open.pop();
        member.closed = true;
        group.add(member.name);
      } while (member != node);
      groups.add(group);
    }
  }
}
