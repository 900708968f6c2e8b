package org.pinklang.codegen.emit;

import java.util.List;
import org.pinklang.frontend.type.SymbolId;

/**
 * What became of a unit.
 *
 * @param bytes what was asked for; not copied, so not to be changed
 * @param unoptimized functions so large that optimising them would take minutes, and which were
 *     left as they are
 * @param positions the offsets in the unit's text whose line and column the bytes hold, ascending
 *     and each once. Beside those and the unit's logical name nothing of how the text is laid out
 *     reaches the bytes
 * @param generated whether LLVM generated code; false where all of it came from the cache
 */
public record CodegenResult(
    byte[] bytes, List<SymbolId> unoptimized, List<Integer> positions, boolean generated) {

  /** Copies the lists. */
  public CodegenResult {
    unoptimized = List.copyOf(unoptimized);
    positions = List.copyOf(positions);
  }
}
