package org.pinklang.modules.history;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.Linkage;

/**
 * What linking and loading need to know of a checked unit.
 *
 * @param hasMain whether it defines the program's {@code main}
 * @param functions the functions others can call
 */
public record UnitSummary(boolean hasMain, List<Function> functions) {

  /** Copies the list. */
  public UnitSummary {
    functions = List.copyOf(functions);
  }

  /** A function that others can call. */
  public record Function(SymbolId symbol, PinkType.Function type) {}

  /** The summary of a checked unit. */
  public static UnitSummary of(CheckedUnit unit) {
    List<Function> functions = new ArrayList<>();
    for (CheckedFunction function : unit.functions()) {
      if (function.linkage() == Linkage.PUBLIC) {
        functions.add(new Function(function.symbol(), function.type()));
      }
    }
    return new UnitSummary(unit.main() != null, functions);
  }
}
