package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.Grouping;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * Lowers one unit. The thread that does so needs a stack for the deepest tree of the unit: 512
 * bytes for each level are enough, so 100,000 operators in one chain take 50 MB.
 */
public final class UnitLowering {
  private final CheckedUnit unit;
  private final OptimizationLevel level;
  private final UnitScope scope;
  private final List<byte[]> modules = new ArrayList<>();
  private final List<SymbolId> unoptimized = new ArrayList<>();

  private UnitLowering(CheckedUnit unit, OptimizationLevel level, UnitScope scope) {
    this.unit = unit;
    this.level = level;
    this.scope = scope;
  }

  /**
   * Lowers a unit. The same unit, target and level give the same code.
   *
   * @param level what will be done with the code: how it is lowered depends on it
   * @param grouping how the unit's functions are cut into modules
   */
  public static LoweredUnit lower(
      CheckedUnit unit, TargetDescription target, OptimizationLevel level, Grouping grouping) {
    List<List<CheckedFunction>> groups =
        grouping.cut(unit.functions(), function -> LinkageNames.function(function.symbol()));
    UnitScope scope = new UnitScope(unit, target, groups.size() > 1);
    UnitLowering lowering = new UnitLowering(unit, level, scope);
    lowering.lower(groups);
    return new LoweredUnit(
        lowering.modules,
        groups.size() > 1 ? scope.internalNames() : List.of(),
        lowering.unoptimized,
        scope.positions().asked());
  }

  /** What a unit has once is in a module of its own where its functions are in several. */
  private void lower(List<List<CheckedFunction>> groups) {
    if (groups.size() == 1) {
      modules.add(module(groups.get(0), true).context().finish());
      return;
    }
    for (List<CheckedFunction> group : groups) {
      modules.add(module(group, false).context().finish());
    }
    if (!unit.globals().isEmpty() || unit.main() != null) {
      modules.add(module(List.of(), true).context().finish());
    }
  }

  private ModuleScope module(List<CheckedFunction> functions, boolean hasGlobalsAndMain) {
    ModuleScope module = new ModuleScope(scope);
    FunctionDefinitions definitions = new FunctionDefinitions(module, level);
    definitions.declare(functions);
    if (hasGlobalsAndMain) {
      new GlobalDefinitions(module).define(unit.globals());
    }
    unoptimized.addAll(definitions.define());
    if (hasGlobalsAndMain) {
      addMain(module);
    }
    return module;
  }

  private void addMain(ModuleScope module) {
    for (CheckedFunction function : unit.functions()) {
      if (function.symbol().equals(unit.main())) {
        new MainFunction(module).add(function);
      }
    }
  }
}
