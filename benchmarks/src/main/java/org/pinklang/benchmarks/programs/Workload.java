package org.pinklang.benchmarks.programs;

import java.util.Locale;

/** A program that is written in both languages, with one name and one way to be called. */
enum Workload {
  NBODY(100_000),
  SPECTRAL_NORM(300),
  FANNKUCH(8),
  MANDELBROT(200),
  N_QUEENS(9),
  BINARY_TREES(10),
  HASH_TABLE(100_000),
  JSON_PARSE(3),
  MATRIX_MULTIPLY(120);

  private final int countedSize;

  Workload(int countedSize) {
    this.countedSize = countedSize;
  }

  /** The folder with its texts, and what tables call it. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A size small enough to count each instruction; timed runs take the size they begin with. */
  int countedSize() {
    return countedSize;
  }
}
