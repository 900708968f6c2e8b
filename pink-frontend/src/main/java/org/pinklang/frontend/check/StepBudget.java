package org.pinklang.frontend.check;

/**
 * How much work one evaluation may still be. A value is as small as what was written, but comparing
 * or changing it element by element can be exponentially more ({@code (a, a)} of {@code (b, b)} of
 * …).
 */
final class StepBudget {
  private static final long STEPS = 1L << 25;
  private static final long STEPS_PER_CHECKPOINT = 1L << 14;

  private final Runnable checkpoint;
  private long left = STEPS;
  private long nextCheckpoint = STEPS;

  StepBudget(Runnable checkpoint) {
    this.checkpoint = checkpoint;
  }

  /** Takes steps for work at a place; ends the evaluation where there are not enough. */
  void spend(long steps, int offset) {
    if (steps > left) {
      throw EvaluationStop.notConstant(offset, "it takes too many steps to evaluate");
    }
    left -= steps;
    if (left < nextCheckpoint) {
      nextCheckpoint = left - STEPS_PER_CHECKPOINT;
      checkpoint.run();
    }
  }
}
