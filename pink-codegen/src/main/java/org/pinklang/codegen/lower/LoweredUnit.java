package org.pinklang.codegen.lower;

import java.util.List;
import org.pinklang.codegen.llvm.LlvmModule;
import org.pinklang.frontend.type.SymbolId;

/**
 * A unit as an LLVM module, which this owns.
 *
 * @param module the module
 * @param unoptimized the functions that LLVM would take minutes to optimise and leaves as they are
 * @param positions the offsets whose lines and columns are in the module or, where it will be
 *     optimised, get there with the stack checks; ascending
 */
public record LoweredUnit(LlvmModule module, List<SymbolId> unoptimized, List<Integer> positions)
    implements AutoCloseable {

  /** Copies the lists. */
  public LoweredUnit {
    positions = List.copyOf(positions);
    unoptimized = List.copyOf(unoptimized);
  }

  @Override
  public void close() {
    module.close();
  }
}
