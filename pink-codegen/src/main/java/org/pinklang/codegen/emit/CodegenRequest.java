package org.pinklang.codegen.emit;

import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * One unit to generate code for.
 *
 * @param unit the unit, checked for the target's data model
 * @param target what to generate code for
 * @param level how much to optimise
 * @param kind what to make
 * @param verify whether to check the module before and after optimising, which costs about a tenth
 *     of the time at {@code O0}
 */
public record CodegenRequest(
    CheckedUnit unit,
    TargetDescription target,
    OptimizationLevel level,
    OutputKind kind,
    boolean verify) {

  /** Checks that the unit was checked for the target. */
  public CodegenRequest {
    if (!unit.dataModel().equals(target.dataModel())) {
      throw new IllegalArgumentException(
          "the unit was checked for " + unit.dataModel() + ", not for " + target.name());
    }
  }

  /** An object file for a target. */
  public static CodegenRequest object(
      CheckedUnit unit, TargetDescription target, OptimizationLevel level) {
    return new CodegenRequest(unit, target, level, OutputKind.OBJECT, false);
  }

  /** The same, making something else. */
  public CodegenRequest withKind(OutputKind other) {
    return new CodegenRequest(unit, target, level, other, verify);
  }

  /** The same, with the module checked. */
  public CodegenRequest verified() {
    return new CodegenRequest(unit, target, level, kind, true);
  }
}
