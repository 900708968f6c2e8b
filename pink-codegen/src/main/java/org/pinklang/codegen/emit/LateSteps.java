package org.pinklang.codegen.emit;

import java.util.SequencedMap;
import org.pinklang.codegen.llvm.FunctionBody;

/** What is added to a module when LLVM has optimised it. */
@FunctionalInterface
public interface LateSteps {

  /**
   * The steps, as {@code codegen.ir} writes them, one list or several in a row; called once for
   * each optimised module.
   *
   * @param functions what became of the module's functions, by name and in its order
   */
  byte[] after(SequencedMap<String, FunctionBody> functions);
}
