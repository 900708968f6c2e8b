package org.pinklang.api;

import org.pinklang.codegen.OptimizationLevel;

/** How much a compilation optimises. */
public enum Optimization {
  /** Not at all: fastest to compile. */
  O0(OptimizationLevel.O0),
  /** A little. */
  O1(OptimizationLevel.O1),
  /** For speed, with good sense. */
  O2(OptimizationLevel.O2),
  /** For speed alone. */
  O3(OptimizationLevel.O3),
  /** For size, with good sense. */
  Os(OptimizationLevel.OS),
  /** For size alone. */
  Oz(OptimizationLevel.OZ);

  private final OptimizationLevel level;

  Optimization(OptimizationLevel level) {
    this.level = level;
  }

  OptimizationLevel level() {
    return level;
  }
}
