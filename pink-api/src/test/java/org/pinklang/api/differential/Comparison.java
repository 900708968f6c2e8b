package org.pinklang.api.differential;

import java.util.List;
import java.util.Map;
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

  /** Runs a program everywhere. It is an error if the program is not valid. */
  static Comparison of(GeneratedProgram program, CompiledPrograms compiler) {
    CheckedProgram checked = CheckedProgram.of(program.units());
    if (!checked.errors().isEmpty()) {
      throw new AssertionError("not valid: " + checked.errors());
    }
    String expected = expected(program, checked);
    if (expected.equals(TOO_LONG)) {
      return new Comparison(expected, Map.of());
    }
    return new Comparison(
        expected,
        Map.of(
            OptimizationLevel.O0,
                compiler.run(checked.units(), program.entry(), OptimizationLevel.O0),
            OptimizationLevel.O2,
                compiler.run(checked.units(), program.entry(), OptimizationLevel.O2)));
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
