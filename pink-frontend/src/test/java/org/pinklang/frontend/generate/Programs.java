package org.pinklang.frontend.generate;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generated programs as jqwik takes them. A failing one is tried again at smaller sizes. */
public final class Programs {

  private Programs() {}

  /** Valid programs of sizes from 1 to {@code maxSize}. */
  public static Arbitrary<GeneratedProgram> valid(int maxSize) {
    return Combinators.combine(
            Arbitraries.randomValue(random -> random.nextLong()),
            Arbitraries.integers().between(1, maxSize).withoutEdgeCases())
        .as(GeneratedProgram::of);
  }

  /** Texts of valid programs with some tokens lost, doubled, exchanged or from elsewhere. */
  public static Arbitrary<String> damagedUnits(int maxSize) {
    return Combinators.combine(valid(maxSize), Arbitraries.randomValue(random -> random.nextLong()))
        .as(Damage::anyUnit);
  }
}
