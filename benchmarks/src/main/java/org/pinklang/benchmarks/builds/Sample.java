package org.pinklang.benchmarks.builds;

/**
 * What one build took.
 *
 * @param wallNanos by the clock
 * @param cpuNanos of all threads, of child processes too where the build is a process of its own
 * @param peakKib the most memory that the process had at once, or the largest of its children, in
 *     KiB; 0 where it is not known
 */
public record Sample(long wallNanos, long cpuNanos, long peakKib) {

  /** What passed since an earlier moment, where times and not durations were taken. */
  Sample since(Sample begin) {
    return new Sample(wallNanos - begin.wallNanos, cpuNanos - begin.cpuNanos, 0);
  }

  /** Both, one after the other. */
  Sample plus(Sample other) {
    return new Sample(
        wallNanos + other.wallNanos, cpuNanos + other.cpuNanos, Math.max(peakKib, other.peakKib));
  }
}
