package org.pinklang.api.graphs;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.pinklang.api.Engine;
import org.pinklang.api.LongSearch;

/**
 * A module graph gives the same manifests, diagnostics, objects and counters on any threads, in any
 * order and from any folder; a right one does what was predicted, a wrong one has the error that
 * was put in.
 *
 * <p>{@code -Dpink.long=true} tries the seeds from {@code -Dpink.seed} (0) on, {@code
 * -Dpink.graphs} (10000) of them, each in {@code -Dpink.ways} (12) ways, and writes the smallest
 * form of each that fails.
 */
class ModuleGraphProperties {
  private static final int WAYS = 3;
  private static final int SIZE = 1000;
  private static final int SHRINKS = 400;

  private static Engine engine;

  @BeforeContainer
  static void openEngine() {
    engine = Engine.open();
  }

  @AfterContainer
  static void closeEngine() {
    engine.close();
  }

  @Provide
  Arbitrary<GraphSketch> graphs() {
    return GraphSketches.all();
  }

  /** The same graphs every time; searching for others is what the long run is for. */
  @Property(tries = 300, seed = "2026", shrinking = ShrinkingMode.BOUNDED)
  void everyWayToBuildAGraphGivesTheSame(@ForAll("graphs") GraphSketch sketch) {
    check(sketch, WAYS);
  }

  @Example
  void manyGraphsOnRequest() {
    int ways = Integer.getInteger("pink.ways", 12);
    RandomGenerator<GraphSketch> generator = GraphSketches.all().generator(SIZE);
    LongSearch.run(
        "pink.graphs",
        10_000,
        seed -> {
          Shrinkable<GraphSketch> sketch = generator.next(new Random(seed));
          return failure(sketch.value(), ways).map(wrong -> smallest(sketch, ways));
        });
  }

  private static void check(GraphSketch sketch, int ways) {
    Agreement.check(engine, GraphProgram.of(sketch), sketch.salt(), ways);
  }

  private static Optional<Throwable> failure(GraphSketch sketch, int ways) {
    try {
      check(sketch, ways);
      return Optional.empty();
    } catch (Exception | AssertionError e) {
      return Optional.of(e);
    }
  }

  private static String smallest(Shrinkable<GraphSketch> failing, int ways) {
    Shrinkable<GraphSketch> best = failing;
    int tries = 0;
    boolean smaller = true;
    while (smaller && tries < SHRINKS) {
      smaller = false;
      for (Shrinkable<GraphSketch> next : best.shrink().limit(SHRINKS).toList()) {
        tries++;
        if (failure(next.value(), ways).isPresent()) {
          best = next;
          smaller = true;
          break;
        }
      }
    }
    String message = failure(best.value(), ways).map(Throwable::getMessage).orElse("not again");
    return message + "\n" + GraphProgram.of(best.value()).display();
  }
}
