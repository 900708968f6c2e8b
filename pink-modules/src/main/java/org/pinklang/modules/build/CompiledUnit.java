package org.pinklang.modules.build;

import java.util.List;
import org.pinklang.frontend.type.SymbolId;

/**
 * The compiled form of a unit.
 *
 * @param bytes what was asked for; neither side changes it
 * @param positions the offsets in the text whose line and column are part of the bytes
 * @param generated whether code was generated; false where the bytes are those of an earlier run
 * @param unoptimized functions so large that they were compiled without the optimisation asked for
 */
@SuppressWarnings("ArrayRecordComponent") // Copying would double the objects of a program.
public record CompiledUnit(
    byte[] bytes, List<Integer> positions, boolean generated, List<SymbolId> unoptimized) {

  /** Copies the lists. */
  public CompiledUnit {
    positions = List.copyOf(positions);
    unoptimized = List.copyOf(unoptimized);
  }
}
