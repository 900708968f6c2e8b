package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A way to build the program, in a folder of its own. */
interface Contestant extends AutoCloseable {

  /**
   * What became of a build.
   *
   * @param sample what it took, linking included
   * @param counters what it did, by name; empty where that is not said
   */
  record Outcome(Sample sample, Map<String, Long> counters) {}

  /** What a table calls it. */
  String name();

  /** The language of the program's files. */
  Language language();

  /** Where the program's files are. */
  Path folder();

  /** Forgets all earlier builds. */
  void forget() throws IOException;

  /** Builds the program as its files are now. */
  Outcome build() throws IOException;

  @Override
  void close();
}
