package org.pinklang.frontend.generate;

import java.util.List;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;

/**
 * A function that may be called.
 *
 * @param index calls go to functions of smaller index only, so that every program ends
 * @param recursive whether it calls itself, its first parameter counting down
 */
record FunctionDraft(
    SymbolId symbol,
    List<PinkType> parameters,
    PinkType result,
    boolean exported,
    int index,
    boolean recursive) {

  PinkType.Function type() {
    return new PinkType.Function(parameters, result, false);
  }
}
