package org.pinklang.benchmarks.builds;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one build took.
 *
 * @param wallNanos by the clock
 * @param cpuNanos of all threads, of child processes too where the build is a process of its own
 */
record Sample(long wallNanos, long cpuNanos) {

  /** The medians of both. */
  static Sample median(List<Sample> samples) {
    return new Sample(median(samples, Sample::wallNanos), median(samples, Sample::cpuNanos));
  }

  private static long median(List<Sample> samples, ToLongFunction<Sample> part) {
    List<Long> sorted =
        samples.stream().map(part::applyAsLong).sorted(Comparator.naturalOrder()).toList();
    return sorted.get(sorted.size() / 2);
  }
}
