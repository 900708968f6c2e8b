package org.pinklang.frontend.typed;

import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;

/**
 * A global of the unit with the value it starts with.
 *
 * @param constant whether it can never be assigned, so that it may lie in read-only memory
 * @param offset where its name stands
 */
public record CheckedGlobal(
    SymbolId symbol,
    PinkType type,
    boolean constant,
    Linkage linkage,
    ConstantValue value,
    int offset) {

  /** The same, seen by others. */
  public CheckedGlobal withLinkage(Linkage other) {
    return new CheckedGlobal(symbol, type, constant, other, value, offset);
  }
}
