package org.pinklang.frontend.generate;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.pinklang.frontend.source.SourceText;

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

  /**
   * Valid programs of which one unit has some tokens lost, doubled, exchanged or from elsewhere.
   */
  public static Arbitrary<List<SourceText>> damaged(int maxSize) {
    return Combinators.combine(valid(maxSize), Arbitraries.randomValue(random -> random.nextLong()))
        .as(Damage::anyUnit);
  }
}
