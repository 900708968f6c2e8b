package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * What of a unit becomes one module.
 *
 * @param functions in the unit's order
 * @param globals in the unit's order
 * @param hasMain whether the C function {@code main} is part of it
 */
record UnitPart(List<CheckedFunction> functions, List<CheckedGlobal> globals, boolean hasMain) {

  /** All of a unit. */
  static UnitPart whole(CheckedUnit unit) {
    return new UnitPart(unit.functions(), unit.globals(), unit.main() != null);
  }

  /** Several parts as one. */
  static UnitPart join(List<UnitPart> parts) {
    List<CheckedFunction> functions = new ArrayList<>();
    List<CheckedGlobal> globals = new ArrayList<>();
    boolean hasMain = false;
    for (UnitPart part : parts) {
      functions.addAll(part.functions());
      globals.addAll(part.globals());
      hasMain |= part.hasMain();
    }
    return new UnitPart(functions, globals, hasMain);
  }

  /** The name of what comes first. */
  String firstName() {
    return functions.isEmpty()
        ? LinkageNames.global(globals.get(0).symbol())
        : LinkageNames.function(functions.get(0).symbol());
  }
}
