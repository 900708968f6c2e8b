package org.pinklang.benchmarks.generated;

/**
 * The types of the probe's parameters, integers of so many bits: another signature for each round,
 * so that no earlier build has seen it, and one that every call fits.
 */
record Signature(int first, int second, int third) {
  private static final int[] BITS = {8, 16, 32, 64};

  /** How many rounds there can be. */
  static final int ROUNDS = BITS.length * BITS.length * BITS.length - 1;

  /** The signature after an edit. */
  static Signature after(Edit edit, int round) {
    int number = edit == Edit.SIGNATURE ? 1 + round % ROUNDS : 0;
    return new Signature(
        BITS[number % BITS.length],
        BITS[number / BITS.length % BITS.length],
        BITS[number / BITS.length / BITS.length]);
  }
}
