package org.pinklang.codegen.lower;

import java.util.List;
import org.pinklang.frontend.type.SymbolId;

/**
 * A unit as steps for LLVM.
 *
 * @param modules the unit, or its parts
 * @param internalNames where there are several modules, the symbols they share that nothing else
 *     may see
 * @param unoptimized the functions that LLVM would take minutes to optimise and leaves as they are
 * @param positions the offsets whose lines and columns are in the code or, where it will be
 *     optimised, get there with the stack checks; ascending
 */
public record LoweredUnit(
    List<LoweredModule> modules,
    List<String> internalNames,
    List<SymbolId> unoptimized,
    List<Integer> positions) {

  /** Copies the lists. */
  public LoweredUnit {
    modules = List.copyOf(modules);
    internalNames = List.copyOf(internalNames);
    unoptimized = List.copyOf(unoptimized);
    positions = List.copyOf(positions);
  }
}
