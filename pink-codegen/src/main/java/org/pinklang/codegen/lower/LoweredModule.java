package org.pinklang.codegen.lower;

import java.util.List;
import org.pinklang.frontend.typed.CheckedFunction;

/**
 * A unit or a part of one as steps for LLVM.
 *
 * @param code the steps, as {@code codegen.ir} writes them; not copied, so not to be changed
 * @param functions what is defined in it
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares modules, and copying would double them.
public record LoweredModule(byte[] code, List<CheckedFunction> functions) {

  /** Copies the list. */
  public LoweredModule {
    functions = List.copyOf(functions);
  }
}
