package org.pinklang.modules.build;

import java.util.List;
import org.pinklang.frontend.type.SymbolId;

/**
 * The compiled form of a unit.
 *
 * @param bytes what was asked for; neither side changes it
 * @param unoptimized functions so large that they were compiled without the optimisation asked for
 */
@SuppressWarnings("ArrayRecordComponent") // Copying would double the objects of a program.
public record CompiledUnit(byte[] bytes, List<SymbolId> unoptimized) {

  /** Copies the list. */
  public CompiledUnit {
    unoptimized = List.copyOf(unoptimized);
  }
}
