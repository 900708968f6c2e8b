package org.pinklang.codegen.lower;

import java.util.List;
import org.pinklang.codegen.llvm.LlvmModule;
import org.pinklang.frontend.type.SymbolId;

/**
 * A unit as an LLVM module, which this owns.
 *
 * @param module the module
 * @param unoptimized the functions that LLVM would take minutes to optimise and leaves as they are
 */
public record LoweredUnit(LlvmModule module, List<SymbolId> unoptimized) implements AutoCloseable {

  /** Copies the list. */
  public LoweredUnit {
    unoptimized = List.copyOf(unoptimized);
  }

  @Override
  public void close() {
    module.close();
  }
}
