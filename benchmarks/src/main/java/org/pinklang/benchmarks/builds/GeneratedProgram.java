package org.pinklang.benchmarks.builds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a program in any language: modules in layers, each of which imports five of lower
 * layers, three of them of the layer next to it, and defines ten functions that call functions of
 * these. A function of the first module, the probe, is called by every module that imports this
 * one. Immutable; the same for the same number of modules.
 */
public final class GeneratedProgram {
  static final int FUNCTIONS = 10;
  private static final int IMPORTS = 5;
  private static final int IMPORTS_OF_NEXT_LAYER = 3;
  private static final int MIN_WIDTH = 5;
  private static final int LAYERS = 20;
  private static final long SEED = 12345;

  private final List<List<Integer>> imports = new ArrayList<>();
  private final List<List<Function>> functions = new ArrayList<>();

  /** A function of another module. */
  record Callee(int module, int function) {}

  /**
   * What tells a function from others.
   *
   * @param factor the first of three constants in its body
   * @param first what it calls; null in the lowest layer
   */
  record Function(
      int factor, int step, int start, @Nullable Callee first, @Nullable Callee second) {}

  /**
   * A program.
   *
   * @param modules how many it has, beside the one with {@code main}
   */
  public GeneratedProgram(int modules) {
    Random random = new Random(SEED);
    int width = Math.max(MIN_WIDTH, modules / LAYERS);
    for (int module = 0; module < modules; module++) {
      int layer = module / width;
      List<Integer> chosen = layer == 0 ? List.of() : choose(random, layer * width, width);
      imports.add(chosen);
      List<Function> own = new ArrayList<>();
      for (int i = 0; i < FUNCTIONS; i++) {
        own.add(function(random, chosen, i));
      }
      functions.add(List.copyOf(own));
    }
  }

  private static List<Integer> choose(Random random, int below, int width) {
    SortedSet<Integer> chosen = new TreeSet<>();
    while (chosen.size() < Math.min(IMPORTS_OF_NEXT_LAYER, width)) {
      chosen.add(below - width + random.nextInt(width));
    }
    while (chosen.size() < Math.min(IMPORTS, below)) {
      chosen.add(random.nextInt(below));
    }
    return List.copyOf(chosen);
  }

  private static Function function(Random random, List<Integer> imports, int index) {
    int factor = 3 + random.nextInt(97);
    int step = 5 + random.nextInt(31);
    int start = 1 + random.nextInt(999);
    if (imports.isEmpty()) {
      return new Function(factor, step, start, null, null);
    }
    return new Function(
        factor, step, start, callee(random, imports, index), callee(random, imports, index + 2));
  }

  private static Callee callee(Random random, List<Integer> imports, int index) {
    return new Callee(imports.get(index % imports.size()), random.nextInt(FUNCTIONS));
  }

  int modules() {
    return imports.size();
  }

  List<Integer> imports(int module) {
    return imports.get(module);
  }

  List<Function> functions(int module) {
    return functions.get(module);
  }

  /** Whether a module calls the probe. */
  boolean callsProbe(int module) {
    return imports(module).contains(0);
  }

  /** How many modules call the probe. */
  int probeUsers() {
    return (int) imports.stream().filter(chosen -> chosen.contains(0)).count();
  }

  /** The modules that no other imports, so that {@code main} has to. */
  List<Integer> roots() {
    Set<Integer> imported = new HashSet<>();
    imports.forEach(imported::addAll);
    return IntStream.range(0, modules()).filter(m -> !imported.contains(m)).boxed().toList();
  }
}
