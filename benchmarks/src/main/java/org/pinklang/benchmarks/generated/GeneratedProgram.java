package org.pinklang.benchmarks.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A program in no language: modules that import each other in some shape and define functions that
 * call functions of these, ten for each module. A function of the first module, the probe, is
 * called by every module that imports this one. Immutable; the same for the same shape and size.
 */
public final class GeneratedProgram {
  /** How many functions there are for each module. */
  public static final int FUNCTIONS = 10;

  private static final long SEED = 12345;

  private final Shape shape;
  private final ImportGraph graph;
  private final List<Integer> roots;
  private final List<List<Function>> functions = new ArrayList<>();

  /** A function of a module. */
  public record Callee(int module, int function) {}

  /**
   * What tells a function from others.
   *
   * @param factor the first of three constants in its body
   * @param first what it calls; null where it calls nothing
   */
  public record Function(
      int factor, int step, int start, @Nullable Callee first, @Nullable Callee second) {}

  /**
   * A program in layers.
   *
   * @param modules how many it has, beside the one with {@code main}
   */
  public GeneratedProgram(int modules) {
    this(Shape.LAYERS, modules);
  }

  /**
   * A program.
   *
   * @param size how many modules it has, beside the one with {@code main}, or how many its one
   *     module makes up for
   */
  public GeneratedProgram(Shape shape, int size) {
    this.shape = shape;
    Random random = new Random(SEED);
    boolean one = shape == Shape.ONE_MODULE;
    graph = ImportGraph.of(shape, one ? 1 : size, random);
    roots = graph.roots();
    for (int module = 0; module < modules(); module++) {
      int count = one ? size * FUNCTIONS : FUNCTIONS;
      List<Function> own = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        own.add(function(random, candidates(module), i, count));
      }
      functions.add(List.copyOf(own));
    }
  }

  private List<Integer> candidates(int module) {
    return shape == Shape.ONE_MODULE ? List.of(module) : imports(module);
  }

  private static Function function(Random random, List<Integer> candidates, int index, int count) {
    int factor = 3 + random.nextInt(97);
    int step = 5 + random.nextInt(31);
    int start = 1 + random.nextInt(999);
    if (candidates.isEmpty()) {
      return new Function(factor, step, start, null, null);
    }
    return new Function(
        factor,
        step,
        start,
        callee(random, candidates, index, count),
        callee(random, candidates, index + 2, count));
  }

  private static Callee callee(Random random, List<Integer> candidates, int index, int count) {
    return new Callee(candidates.get(index % candidates.size()), random.nextInt(count));
  }

  /** The shape of the program. */
  public Shape shape() {
    return shape;
  }

  /** How many modules there are, beside the one with {@code main}. */
  public int modules() {
    return graph.imports().size();
  }

  /** The modules that a module imports. */
  public List<Integer> imports(int module) {
    return graph.imports().get(module);
  }

  /** The functions of a module. */
  public List<Function> functions(int module) {
    return functions.get(module);
  }

  /** Whether a module calls the probe. */
  public boolean callsProbe(int module) {
    return module != 0 && imports(module).contains(0);
  }

  /** How many modules call the probe. */
  public int probeUsers() {
    return (int) IntStream.range(0, modules()).filter(this::callsProbe).count();
  }

  /** The modules that {@code main} imports, from which all others are reached. */
  public List<Integer> roots() {
    return roots;
  }
}
