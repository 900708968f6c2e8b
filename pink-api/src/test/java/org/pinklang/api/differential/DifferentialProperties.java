package org.pinklang.api.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.frontend.generate.GeneratedProgram;
import org.pinklang.frontend.generate.Programs;

/**
 * Generated valid programs come to the same in the reference evaluator, compiled without optimising
 * and compiled with it: the same result, or the same panic at the same place.
 *
 * <p>{@code -Dpink.long=true} also runs the programs of the seeds from {@code -Dpink.seed} (0) on,
 * {@code -Dpink.programs} (5000) of them, at every level.
 */
class DifferentialProperties {
  private static final long STACK_BYTES = 256L << 20;
  private static final int LARGEST = 8;
  private static final Set<OptimizationLevel> USUAL =
      EnumSet.of(OptimizationLevel.O0, OptimizationLevel.O2);

  @Provide
  Arbitrary<GeneratedProgram> programs() {
    return Programs.valid(LARGEST);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void compiledProgramsDoWhatTheReferenceDoes(@ForAll("programs") GeneratedProgram program)
      throws Exception {
    Comparison comparison =
        withLargeStack(
            () -> {
              try (CompiledPrograms compiler = new CompiledPrograms()) {
                return Comparison.of(program, compiler, USUAL);
              }
            });
    Assume.that(!comparison.expected().equals(Comparison.TOO_LONG));
    assertThat(comparison.compiled().values()).containsOnly(comparison.expected());
  }

  @Example
  void manyProgramsOnRequest() throws Exception {
    if (Boolean.getBoolean("pink.long")) {
      long first = Long.getLong("pink.seed", 0);
      int count = Integer.getInteger("pink.programs", 5_000);
      assertThat(withLargeStack(() -> differences(first, count))).isEmpty();
    }
  }

  private static List<String> differences(long first, int count) {
    List<String> differences = new ArrayList<>();
    try (CompiledPrograms compiler = new CompiledPrograms()) {
      for (long seed = first; seed < first + count; seed++) {
        GeneratedProgram program = GeneratedProgram.of(seed, 1 + (int) (seed % LARGEST));
        Comparison comparison =
            Comparison.of(program, compiler, EnumSet.allOf(OptimizationLevel.class));
        if (!comparison.agrees()) {
          differences.add("seed " + seed + ", size " + program.size() + ": " + comparison);
        }
      }
    }
    return differences;
  }

  private static <T> T withLargeStack(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Thread thread = new Thread(null, task, "compiler", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    return task.get();
  }
}
