package org.pinklang.api.edits;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.pinklang.api.Engine;

/**
 * After each edit of a program, a build with the store of all builds before gives what one from
 * nothing gives, and checks the units that a reference model names.
 *
 * <p>{@code -Dpink.long=true} tries the seeds from {@code -Dpink.seed} (0) on, {@code
 * -Dpink.sequences} (20000) of them, and writes the builds of each that fails.
 */
class EditedProgramProperties {
  private static final int EDITS = Boolean.getBoolean("pink.long") ? 10 : 5;

  private static Engine engine;

  @BeforeContainer
  static void openEngine() {
    engine = Engine.open();
  }

  @AfterContainer
  static void closeEngine() {
    engine.close();
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(random -> random.nextLong());
  }

  @Property(tries = 120, seed = "2026", shrinking = ShrinkingMode.OFF)
  void onlyWhatTheModelNamesIsMadeAgain(@ForAll("seeds") long seed) {
    ProgramSequence.of(seed, EDITS).check(engine);
  }

  @Example
  void manySequencesOnRequest() {
    if (!Boolean.getBoolean("pink.long")) {
      return;
    }
    long first = Long.getLong("pink.seed", 0);
    int count = Integer.getInteger("pink.sequences", 20_000);
    List<String> failures = new ArrayList<>();
    for (long seed = first; seed < first + count; seed++) {
      ProgramSequence sequence = ProgramSequence.of(seed, EDITS);
      try {
        sequence.check(engine);
      } catch (Exception | AssertionError e) {
        failures.add("seed " + seed + ": " + e + "\n" + StepFile.write(sequence.steps()));
      }
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n", failures));
    }
  }
}
