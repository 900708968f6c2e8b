package org.pinklang.frontend.typed;

import java.util.Map;
import org.pinklang.frontend.type.SymbolId;

/**
 * A function whose body importers may take into their own code: it names only what they can reach.
 *
 * @param function as it was checked
 * @param constants values that stand for the constants the body reads, so that none is named
 */
public record OfferedFunction(CheckedFunction function, Map<SymbolId, ConstantValue> constants) {

  /** Copies the map. */
  public OfferedFunction {
    constants = Map.copyOf(constants);
  }
}
