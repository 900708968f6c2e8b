package org.pinklang.benchmarks.generated;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Who imports whom, by the numbers of the modules. Immutable. */
record ImportGraph(List<List<Integer>> imports) {
  private static final int IMPORTS = 5;
  private static final int IMPORTS_OF_NEXT_LAYER = 3;
  private static final int MIN_WIDTH = 5;
  private static final int LAYERS = 20;
  private static final int CIRCLE = 10;

  /**
   * The graph of a shape.
   *
   * @param modules how many there are
   * @param random where choices come from
   */
  static ImportGraph of(Shape shape, int modules, Random random) {
    List<List<Integer>> imports = new ArrayList<>();
    int width = width(modules);
    for (int module = 0; module < modules; module++) {
      imports.add(
          switch (shape) {
            case ONE_MODULE -> List.of();
            case CHAIN -> module == 0 ? List.of() : List.of(module - 1);
            case FAN -> module == 0 ? List.of() : List.of(0);
            case CYCLES -> circle(module, modules);
            case LAYERS, STRUCTS -> layered(random, module / width * width, width);
          });
    }
    return new ImportGraph(List.copyOf(imports));
  }

  /** How many modules are in a layer. */
  private static int width(int modules) {
    return switch (modules) {
      case 100 -> 10;
      case 1_000 -> 40;
      default -> Math.max(MIN_WIDTH, modules / LAYERS);
    };
  }

  private static List<Integer> layered(Random random, int below, int width) {
    SortedSet<Integer> chosen = new TreeSet<>();
    if (below == 0) {
      return List.of();
    }
    while (chosen.size() < Math.min(IMPORTS_OF_NEXT_LAYER, width)) {
      chosen.add(below - width + random.nextInt(width));
    }
    while (chosen.size() < Math.min(IMPORTS, below)) {
      chosen.add(random.nextInt(below));
    }
    return List.copyOf(chosen);
  }

  private static List<Integer> circle(int module, int modules) {
    int first = module / CIRCLE * CIRCLE;
    int size = Math.min(CIRCLE, modules - first);
    SortedSet<Integer> chosen = new TreeSet<>();
    chosen.add(first + (module - first + 1) % size);
    if (first > 0) {
      chosen.add(module - CIRCLE);
    }
    chosen.remove(module);
    return List.copyOf(chosen);
  }

  /** Modules from which all others are reached. */
  List<Integer> roots() {
    BitSet imported = new BitSet();
    imports.forEach(chosen -> chosen.forEach(imported::set));
    List<Integer> roots = new ArrayList<>();
    BitSet reached = new BitSet();
    IntStream.range(0, imports.size())
        .filter(module -> !imported.get(module))
        .forEach(module -> addRoot(module, roots, reached));
    for (int module = imports.size() - 1; module >= 0; module--) {
      if (!reached.get(module)) {
        addRoot(module, roots, reached);
      }
    }
    return List.copyOf(roots);
  }

  private void addRoot(int root, List<Integer> roots, BitSet reached) {
    roots.add(root);
    Deque<Integer> waiting = new ArrayDeque<>(List.of(root));
    reached.set(root);
    while (!waiting.isEmpty()) {
      for (int module : imports.get(waiting.remove())) {
        if (!reached.get(module)) {
          reached.set(module);
          waiting.add(module);
        }
      }
    }
  }
}
