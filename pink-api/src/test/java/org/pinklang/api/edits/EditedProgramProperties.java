package org.pinklang.api.edits;

import java.util.Optional;
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
import org.pinklang.api.LongSearch;

/**
 * After each edit of a program, a build with the store of all builds before gives what one from
 * nothing gives, and checks the units that a reference model names.
 *
 * <p>{@code -Dpink.long=true} tries the seeds from {@code -Dpink.seed} (0) on, {@code
 * -Dpink.sequences} (20000) of them, and writes the builds of each that fails.
 */
class EditedProgramProperties {
  private static final int EDITS = LongSearch.isWanted() ? 10 : 5;

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
    LongSearch.run("pink.sequences", 20_000, EditedProgramProperties::failure);
  }

  private static Optional<String> failure(long seed) {
    ProgramSequence sequence = ProgramSequence.of(seed, EDITS);
    try {
      sequence.check(engine);
      return Optional.empty();
    } catch (Exception | AssertionError e) {
      return Optional.of(e + "\n" + StepFile.write(sequence.steps()));
    }
  }
}
