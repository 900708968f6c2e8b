package org.pinklang.benchmarks.builds;

import java.time.Duration;
import java.util.List;
import org.pinklang.benchmarks.generated.Edit;

/**
 * How much a run measures.
 *
 * @param modules of the program that all compilers build
 * @param rounds how often each compiler builds it, at most
 * @param edits after which it is built again
 * @param warmUp how many builds a session does before any is measured
 * @param sizes of further programs, by modules, that only Pink builds
 * @param shapeSize how many modules the programs of other shapes have
 * @param shapeRounds how often these are built
 * @param limit after which no builds are begun that may not end in time, the first ones excepted
 * @param thorough whether the parts of the compiler are measured by themselves, too, and all
 *     compilers build the programs of other shapes
 */
record Plan(
    int modules,
    int rounds,
    List<Edit> edits,
    int warmUp,
    List<Integer> sizes,
    int shapeSize,
    int shapeRounds,
    Duration limit,
    boolean thorough) {

  /** What {@code docs/performance.md} shows. */
  static Plan full() {
    return new Plan(
        500,
        7,
        List.of(Edit.values()),
        30,
        List.of(100, 500, 2_000, 10_000),
        200,
        3,
        Duration.ofHours(2),
        true);
  }

  /** What fits into five minutes. */
  static Plan quick() {
    return new Plan(
        500,
        3,
        List.of(Edit.NOTHING, Edit.BODY, Edit.SIGNATURE),
        10,
        List.of(100, 500, 2_000),
        50,
        1,
        Duration.ofSeconds(280),
        false);
  }

  /**
   * The same with another number of modules and of rounds, and other sizes. No program of another
   * shape is larger than the one in layers.
   */
  Plan with(int otherModules, int otherRounds, List<Integer> otherSizes) {
    return new Plan(
        otherModules,
        otherRounds,
        edits,
        warmUp,
        otherSizes,
        Math.min(shapeSize, otherModules),
        shapeRounds,
        limit,
        thorough);
  }
}
