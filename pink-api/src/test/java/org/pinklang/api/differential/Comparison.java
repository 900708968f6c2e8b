package org.pinklang.api.differential;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.frontend.generate.GeneratedProgram;
import org.pinklang.frontend.reference.CheckedProgram;
import org.pinklang.frontend.reference.Outcome;
import org.pinklang.frontend.reference.ReferenceProgram;
import org.pinklang.frontend.reference.Value;

/**
 * What one program came to everywhere.
 *
 * @param expected in the reference evaluator
 * @param compiled by optimisation level
 */
record Comparison(String expected, Map<OptimizationLevel, String> compiled) {
  /** What a program that runs for too long comes to; it is not compiled. */
  static final String TOO_LONG = "ran for too long";

  private static final long STEPS = 400_000;

  /** Runs a program everywhere, compiled at some levels. It is an error if it is not valid. */
  static Comparison of(
      GeneratedProgram program, CompiledPrograms compiler, Set<OptimizationLevel> levels) {
    CheckedProgram checked = CheckedProgram.of(program.units());
    if (!checked.errors().isEmpty()) {
      throw new AssertionError("not valid: " + checked.errors());
    }
    String expected = expected(program, checked);
    if (expected.equals(TOO_LONG)) {
      return new Comparison(expected, Map.of());
    }
    Map<OptimizationLevel, String> compiled = new EnumMap<>(OptimizationLevel.class);
    for (OptimizationLevel level : levels) {
      compiled.put(level, compiler.run(checked.units(), program.entry(), level));
    }
    return new Comparison(expected, compiled);
  }

  private static String expected(GeneratedProgram program, CheckedProgram checked) {
    ReferenceProgram reference = new ReferenceProgram(checked.units(), Map.of(), STEPS);
    return switch (reference.run(program.entry(), List.of())) {
      case Outcome.Returned returned -> "returned " + ((Value.Int) returned.value()).value();
      case Outcome.Panicked panic -> panic.text();
      case Outcome.OutOfSteps tooLong -> TOO_LONG;
    };
  }

  /** Whether all agree. */
  boolean agrees() {
    return compiled.values().stream().allMatch(expected::equals);
  }
}
