package org.pinklang.codegen;

import org.pinklang.codegen.target.TargetDescription;

/**
 * How code is generated, whatever the unit.
 *
 * @param target what to generate code for
 * @param level how much to optimise
 * @param debugInformation whether the code says for debuggers what it was made from
 * @param verify whether to check the module before and after optimising, which costs about a tenth
 *     of the time at {@code O0} and changes no byte
 */
public record CodegenOptions(
    TargetDescription target, OptimizationLevel level, boolean debugInformation, boolean verify) {

  /** Without debug information and checks. */
  public static CodegenOptions of(TargetDescription target, OptimizationLevel level) {
    return new CodegenOptions(target, level, false, false);
  }

  /** The same, with or without debug information. */
  public CodegenOptions withDebugInformation(boolean wanted) {
    return new CodegenOptions(target, level, wanted, verify);
  }

  /** The same, with or without the module checked. */
  public CodegenOptions withVerify(boolean wanted) {
    return new CodegenOptions(target, level, debugInformation, wanted);
  }
}
