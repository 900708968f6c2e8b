package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.pinklang.benchmarks.generated.Language;

/** A way to build a program, in a folder of its own. */
interface Contestant extends AutoCloseable {

  /**
   * What became of a build.
   *
   * @param sample what it took, linking included
   * @param linking the part of that which linking took, where it is known; else nothing
   * @param counters what it did, by name; empty where that is not said
   * @param phases the nanoseconds of each phase, summed over threads; empty where that is not said
   */
  record Outcome(
      Sample sample, Sample linking, Map<String, Long> counters, Map<String, Long> phases) {
    static final Sample UNKNOWN = new Sample(0, 0, 0);

    /** Of a build that says nothing of what it did. */
    static Outcome of(Sample sample) {
      return new Outcome(sample, UNKNOWN, Map.of(), Map.of());
    }
  }

  /** What a table calls it. */
  String name();

  /** The language of the program's files. */
  Language language();

  /** Where the program's files are. */
  Path folder();

  /** Whether a build uses what an earlier one made, so that edits are of interest. */
  boolean isIncremental();

  /** How often to do again in one round what takes others much longer. */
  default int repetitions() {
    return 1;
  }

  /**
   * How long after the last change of a file a build may believe the file's times, so that it does
   * the least there is to do.
   */
  default Duration rest() {
    return Duration.ZERO;
  }

  /** Forgets all earlier builds. */
  void forget() throws IOException;

  /** Builds the program as its files are now. */
  Outcome build() throws IOException;

  /** The command that runs what was built; empty where nothing is made that can be run so. */
  List<String> program();

  @Override
  default void close() {
    // A process for each build has ended with it.
  }
}
