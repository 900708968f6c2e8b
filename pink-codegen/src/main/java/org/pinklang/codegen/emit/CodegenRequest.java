package org.pinklang.codegen.emit;

import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * One unit to generate code for.
 *
 * @param unit the unit, checked for the target's data model
 * @param options how
 * @param kind what to make
 */
public record CodegenRequest(CheckedUnit unit, CodegenOptions options, OutputKind kind) {

  /** Checks that the unit was checked for the target. */
  public CodegenRequest {
    if (!unit.dataModel().equals(options.target().dataModel())) {
      throw new IllegalArgumentException(
          "the unit was checked for " + unit.dataModel() + ", not for " + options.target().name());
    }
  }

  /** An object file for a target. */
  public static CodegenRequest object(
      CheckedUnit unit, TargetDescription target, OptimizationLevel level) {
    return new CodegenRequest(unit, CodegenOptions.of(target, level), OutputKind.OBJECT);
  }

  /** The same, making something else. */
  public CodegenRequest withKind(OutputKind other) {
    return new CodegenRequest(unit, options, other);
  }

  /** The same, generated in another way. */
  public CodegenRequest withOptions(CodegenOptions other) {
    return new CodegenRequest(unit, other, kind);
  }

  /** The same, with the module checked. */
  public CodegenRequest verified() {
    return withOptions(options.withVerify(true));
  }
}
