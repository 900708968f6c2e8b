package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.Grouping;
import org.pinklang.codegen.OptimizationLevel;
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
  private final HeldBodies held;
  private final List<LoweredModule> modules = new ArrayList<>();
  private final List<SymbolId> unoptimized = new ArrayList<>();

  private UnitLowering(CheckedUnit unit, OptimizationLevel level, UnitScope scope) {
    this.unit = unit;
    this.level = level;
    this.scope = scope;
    this.held = new HeldBodies(unit);
  }

  /**
   * Lowers a unit. The same unit and options give the same code.
   *
   * @param options what will be done with the code: how it is lowered depends on it
   * @param grouping how the unit is cut into modules, as far as the options leave that open
   */
  public static LoweredUnit lower(CheckedUnit unit, CodegenOptions options, Grouping grouping) {
    List<UnitPart> parts = parts(unit, options, grouping);
    boolean sharesInternals = parts.size() > 1 && !options.level().optimizes();
    UnitScope scope = new UnitScope(unit, options, sharesInternals);
    UnitLowering lowering = new UnitLowering(unit, options.level(), scope);
    parts.forEach(lowering::lower);
    return new LoweredUnit(
        lowering.modules,
        sharesInternals ? scope.internalNames() : List.of(),
        lowering.unoptimized,
        scope.positions().asked());
  }

  /**
   * What is optimised stays with all it is connected to. What is not is cut between any two
   * functions, and what a unit has once is apart from them.
   */
  private static List<UnitPart> parts(CheckedUnit unit, CodegenOptions options, Grouping grouping) {
    if (unit.functions().size() < grouping.fewest()) {
      return List.of(UnitPart.whole(unit));
    }
    if (options.level().optimizes()) {
      return grouping
          .cut(
              Components.of(unit, options),
              UnitPart::firstName,
              part -> part.functions().size() + part.globals().size())
          .stream()
          .map(UnitPart::join)
          .toList();
    }
    List<List<CheckedFunction>> groups =
        grouping.cut(
            unit.functions(), function -> LinkageNames.function(function.symbol()), function -> 1);
    if (groups.size() == 1) {
      return List.of(UnitPart.whole(unit));
    }
    List<UnitPart> parts = new ArrayList<>();
    groups.forEach(group -> parts.add(new UnitPart(group, List.of(), false)));
    if (!unit.globals().isEmpty() || unit.main() != null) {
      parts.add(new UnitPart(List.of(), unit.globals(), unit.main() != null));
    }
    return parts;
  }

  private void lower(UnitPart part) {
    ModuleScope module = new ModuleScope(scope);
    FunctionDefinitions definitions = new FunctionDefinitions(module, level);
    definitions.declare(part.functions());
    if (level.optimizes()) {
      definitions.declareHeld(held.reachedFrom(part.functions()));
    }
    new GlobalDefinitions(module).define(part.globals());
    unoptimized.addAll(definitions.define());
    if (part.hasMain()) {
      addMain(module);
    }
    modules.add(new LoweredModule(module.context().finish(), part.functions()));
  }

  private void addMain(ModuleScope module) {
    for (CheckedFunction function : unit.functions()) {
      if (function.symbol().equals(unit.main())) {
        new MainFunction(module).add(function);
      }
    }
  }
}
