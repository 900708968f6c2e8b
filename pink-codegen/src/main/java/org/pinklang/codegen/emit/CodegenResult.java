package org.pinklang.codegen.emit;

import java.util.List;
import org.pinklang.frontend.type.SymbolId;

/**
 * What became of a unit.
 *
 * @param bytes what was asked for; not copied, so not to be changed
 * @param unoptimized functions so large that optimising them would take minutes, and which were
 *     left as they are
 */
public record CodegenResult(byte[] bytes, List<SymbolId> unoptimized) {

  /** Copies the list. */
  public CodegenResult {
    unoptimized = List.copyOf(unoptimized);
  }
}
