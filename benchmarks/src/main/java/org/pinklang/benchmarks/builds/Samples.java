package org.pinklang.benchmarks.builds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What builds of one kind took. For one thread. */
public final class Samples {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double KIB_PER_MIB = 1024;

  private final List<Sample> samples = new ArrayList<>();

  /** Adds what one build took. */
  public void add(Sample sample) {
    samples.add(sample);
  }

  /** Whether there was none. */
  public boolean isEmpty() {
    return samples.isEmpty();
  }

  /** The median by the clock, in milliseconds. */
  public double millis() {
    return median(Sample::wallNanos) / NANOS_PER_MILLI;
  }

  /** The shortest by the clock, in milliseconds. */
  public double shortestMillis() {
    return samples.stream().mapToLong(Sample::wallNanos).min().orElse(0) / NANOS_PER_MILLI;
  }

  /** The longest by the clock, in milliseconds. */
  public double longestMillis() {
    return samples.stream().mapToLong(Sample::wallNanos).max().orElse(0) / NANOS_PER_MILLI;
  }

  /** The median of what the processors did, in milliseconds. */
  public double cpuMillis() {
    return median(Sample::cpuNanos) / NANOS_PER_MILLI;
  }

  /** The median of the most memory, in MiB; 0 where it is not known. */
  public double peakMib() {
    return median(Sample::peakKib) / KIB_PER_MIB;
  }

  private double median(ToLongFunction<Sample> part) {
    if (samples.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    long[] sorted = samples.stream().mapToLong(part).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : (sorted[middle - 1] + (double) sorted[middle]) / 2;
  }
}
