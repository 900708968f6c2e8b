package org.pinklang.frontend.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.reference.CheckedProgram;
import org.pinklang.frontend.reference.Outcome;
import org.pinklang.frontend.reference.ReferenceProgram;
import org.pinklang.frontend.source.SourceText;

/**
 * Generated programs are valid, and damaged ones end in diagnostics, never in an exception.
 *
 * <p>{@code -Dpink.long=true} also damages the programs of the seeds from {@code -Dpink.seed} (0)
 * on, {@code -Dpink.programs} (5000) of them, 50 times each.
 */
class GeneratedProgramsTest {
  private static final long STACK_BYTES = 256L << 20;
  private static final long STEPS = 100_000;
  private static final int LARGEST = 6;
  private static final int DAMAGES = 50;

  @Provide
  Arbitrary<GeneratedProgram> programs() {
    return Programs.valid(LARGEST);
  }

  @Provide
  Arbitrary<List<SourceText>> damagedPrograms() {
    return Programs.damaged(LARGEST);
  }

  @Example
  void aSeedAndASizeAlwaysGiveTheSameProgram() {
    assertThat(GeneratedProgram.of(17, LARGEST))
        .hasToString(GeneratedProgram.of(17, LARGEST).toString());
  }

  @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void programsAreValidAndRun(@ForAll("programs") GeneratedProgram program) throws Exception {
    CheckedProgram checked = withLargeStack(() -> CheckedProgram.of(program.units()));
    assertThat(checked.errors()).isEmpty();
    Outcome outcome =
        withLargeStack(
            () ->
                new ReferenceProgram(checked.units(), Map.of(), STEPS)
                    .run(program.entry(), List.of()));
    assertThat(outcome).isNotNull();
  }

  @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
  void damagedProgramsEndInDiagnostics(@ForAll("damagedPrograms") List<SourceText> texts)
      throws Exception {
    withLargeStack(() -> checkThatItEnds(texts));
  }

  @Example
  void manyDamagedProgramsOnRequest() throws Exception {
    if (Boolean.getBoolean("pink.long")) {
      long first = Long.getLong("pink.seed", 0);
      int count = Integer.getInteger("pink.programs", 5_000);
      withLargeStack(() -> damageMany(first, count));
    }
  }

  private static Void damageMany(long first, int count) {
    for (long seed = first; seed < first + count; seed++) {
      GeneratedProgram program = GeneratedProgram.of(seed, 1 + (int) (seed % LARGEST));
      for (int i = 0; i < DAMAGES; i++) {
        checkThatItEnds(Damage.anyUnit(program, seed * DAMAGES + i));
      }
    }
    return null;
  }

  /** A unit is left out of the result only where an error says why. */
  private static Void checkThatItEnds(List<SourceText> texts) {
    CheckedProgram checked = CheckedProgram.of(texts);
    assertThat(checked.diagnostics()).extracting(Diagnostic::message).doesNotContain("");
    if (checked.errors().isEmpty()) {
      assertThat(checked.units()).hasSameSizeAs(texts);
    }
    return null;
  }

  private static <T> T withLargeStack(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Thread thread = new Thread(null, task, "front end", STACK_BYTES);
    thread.start();
    return task.get();
  }
}
