package org.pinklang.api.edits;

import java.util.List;
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
 * Whatever is edited, a build with the store of all builds before gives the diagnostics, manifests
 * and objects that a build from nothing gives.
 *
 * <p>{@code -Dpink.long=true} tries the seeds from {@code -Dpink.seed} (0) on, {@code
 * -Dpink.sequences} (20000) of them, and writes the smallest form of each that fails, as {@link
 * KeptEditsTest} takes it.
 */
class EditedTextProperties {
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

  @Property(tries = 80, seed = "2026", shrinking = ShrinkingMode.OFF)
  void everyBuildGivesWhatOneFromNothingGives(@ForAll("seeds") long seed) {
    Builds.check(engine, Sequences.wild(seed, EDITS));
  }

  @Property(tries = 40, seed = "2027", shrinking = ShrinkingMode.OFF)
  void everyBuildWithDebugInformationGivesWhatOneFromNothingGives(@ForAll("seeds") long seed) {
    Builds.check(engine, Sequences.wild(seed, EDITS), true);
  }

  @Example
  void manySequencesOnRequest() {
    LongSearch.run("pink.sequences", 20_000, EditedTextProperties::failure);
  }

  private static Optional<String> failure(long seed) {
    List<Step> steps = Sequences.wild(seed, EDITS);
    return failure(steps)
        .map(
            found -> {
              List<Step> small = Smaller.of(steps, fewer -> failure(fewer).isPresent());
              String why = failure(small).map(Throwable::getMessage).orElse("not again");
              return why + "\n" + StepFile.write(small);
            });
  }

  private static Optional<Throwable> failure(List<Step> steps) {
    try {
      Builds.check(engine, steps);
      return Optional.empty();
    } catch (Exception | AssertionError e) {
      return Optional.of(e);
    }
  }
}
