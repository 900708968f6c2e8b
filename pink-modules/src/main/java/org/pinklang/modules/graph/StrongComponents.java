package org.pinklang.modules.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tarjan's algorithm with its recursion on a stack of its own, so that chains may be long. */
public final class StrongComponents {
  private static final int UNSEEN = 0;

  private final int[][] targets;
  private final int[] order;
  private final int[] lowest;
  private final boolean[] open;
  private final int[] nextTarget;
  private final IntStack path;
  private final IntStack pending;
  private final List<int[]> components = new ArrayList<>();
  private int visited;

  private StrongComponents(int[][] targets) {
    this.targets = targets;
    int count = targets.length;
    order = new int[count];
    lowest = new int[count];
    open = new boolean[count];
    nextTarget = new int[count];
    path = new IntStack(count);
    pending = new IntStack(count);
  }

  /**
   * The strongly connected components of a graph, each sorted, targets before what leads to them.
   *
   * @param targets for each node the nodes it leads to
   */
  public static List<int[]> of(int[][] targets) {
    StrongComponents search = new StrongComponents(targets);
    for (int node = 0; node < targets.length; node++) {
      if (search.order[node] == UNSEEN) {
        search.visitFrom(node);
      }
    }
    return search.components;
  }

  private void visitFrom(int root) {
    enter(root);
    while (!path.isEmpty()) {
      int node = path.peek();
      if (nextTarget[node] < targets[node].length) {
        follow(node, targets[node][nextTarget[node]++]);
      } else {
        leave(node);
      }
    }
  }

  private void enter(int node) {
    order[node] = ++visited;
    lowest[node] = visited;
    open[node] = true;
    path.push(node);
    pending.push(node);
  }

  private void follow(int node, int target) {
    if (order[target] == UNSEEN) {
      enter(target);
    } else if (open[target]) {
      lowest[node] = Math.min(lowest[node], order[target]);
    }
  }

  private void leave(int node) {
    path.pop();
    if (!path.isEmpty()) {
      lowest[path.peek()] = Math.min(lowest[path.peek()], lowest[node]);
    }
    if (lowest[node] == order[node]) {
      components.add(close(node));
    }
  }

  private int[] close(int root) {
    int size = 0;
    int[] members = new int[8];
    int member;
    do {
      member = pending.pop();
      open[member] = false;
      if (size == members.length) {
        members = Arrays.copyOf(members, size * 2);
      }
      members[size++] = member;
    } while (member != root);
    int[] sorted = Arrays.copyOf(members, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /** A stack of at most a fixed number of nodes. */
  private static final class IntStack {
    private final int[] items;
    private int size;

    IntStack(int capacity) {
      items = new int[capacity];
    }

    boolean isEmpty() {
      return size == 0;
    }

    void push(int item) {
      items[size++] = item;
    }

    int peek() {
      return items[size - 1];
    }

    int pop() {
      return items[--size];
    }
  }
}
