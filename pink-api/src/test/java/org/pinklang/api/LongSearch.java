package org.pinklang.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A search that runs only with {@code -Dpink.long=true}: tries the seeds from {@code -Dpink.seed}
 * (0) on, and shows all that fail.
 */
public final class LongSearch {
  private LongSearch() {}

  /** Whether it runs. */
  public static boolean isWanted() {
    return Boolean.getBoolean("pink.long");
  }

  /**
   * Searches.
   *
   * @param countProperty the system property that says how many seeds are tried
   * @param usual how many without it
   * @param trial gives what is wrong with a seed, if anything
   */
  public static void run(String countProperty, int usual, LongFunction<Optional<String>> trial) {
    if (!isWanted()) {
      return;
    }
    long first = Long.getLong("pink.seed", 0);
    int count = Integer.getInteger(countProperty, usual);
    List<String> failures = new ArrayList<>();
    for (long seed = first; seed < first + count; seed++) {
      long tried = seed;
      trial.apply(seed).ifPresent(wrong -> failures.add("seed " + tried + ": " + wrong));
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n", failures));
    }
  }
}
