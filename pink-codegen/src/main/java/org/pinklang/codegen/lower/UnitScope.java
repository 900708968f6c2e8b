package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.debug.ModuleDebug;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.Visibility;
import org.pinklang.codegen.target.CallingConvention;
import org.pinklang.codegen.target.ObjectFormat;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.Linkage;

/** What all modules that a unit is lowered to have in common. For one thread. */
final class UnitScope {
  private final CheckedUnit unit;
  private final CodegenOptions options;
  private final boolean sharesInternals;
  private final TypeLayouts layouts;
  private final Positions positions;
  private final Map<SymbolId, ConstantValue> constantGlobals;
  private final Map<SymbolId, Linkage> defined = new HashMap<>();
  private Set<SymbolId> named = new LinkedHashSet<>();

  /**
   * The facts about a unit.
   *
   * @param sharesInternals whether the unit becomes several modules that name its private symbols
   */
  UnitScope(CheckedUnit unit, CodegenOptions options, boolean sharesInternals) {
    this.unit = unit;
    this.options = options;
    this.sharesInternals = sharesInternals;
    layouts = new TypeLayouts(unit.dataModel(), unit.types());
    positions = new Positions(unit.text());
    constantGlobals = new HashMap<>(unit.constants());
    for (CheckedGlobal global : unit.globals()) {
      defined.put(global.symbol(), global.linkage());
      if (global.constant()) {
        constantGlobals.put(global.symbol(), global.value());
      }
    }
    for (CheckedFunction function : unit.functions()) {
      defined.put(function.symbol(), function.linkage());
    }
  }

  String logicalName() {
    return unit.text().logicalName();
  }

  TypeLayouts layouts() {
    return layouts;
  }

  TargetDescription target() {
    return options.target();
  }

  CallingConvention convention() {
    return options.target().convention();
  }

  int pointerBytes() {
    return unit.dataModel().pointerBytes();
  }

  boolean isOptimized() {
    return options.level().optimizes();
  }

  boolean hasDebugInformation() {
    return options.debugInformation();
  }

  /** Begins the debug information of one module. */
  ModuleDebug newDebug(IrContext context) {
    return new ModuleDebug(context, unit, options, layouts, positions::at);
  }

  /** WebAssembly engines have one beside the stack in memory. */
  boolean hasHiddenStack() {
    return options.target().format() == ObjectFormat.WASM;
  }

  Positions positions() {
    return positions;
  }

  /** The value of a constant global, null where it is not known here. */
  @Nullable ConstantValue constantGlobal(SymbolId symbol) {
    return constantGlobals.get(symbol);
  }

  /** The names of what only this unit can see. */
  List<String> internalNames() {
    List<String> names = new ArrayList<>();
    for (CheckedFunction function : unit.functions()) {
      if (function.linkage() == Linkage.INTERNAL) {
        names.add(LinkageNames.function(function.symbol()));
      }
    }
    for (CheckedGlobal global : unit.globals()) {
      if (global.linkage() == Linkage.INTERNAL) {
        names.add(LinkageNames.global(global.symbol()));
      }
    }
    return names;
  }

  /** Who can see what the unit defines, in the module that has the definition. */
  Visibility visibility(Linkage linkage) {
    return switch (linkage) {
      case INTERNAL -> sharesInternals ? Visibility.HIDDEN : Visibility.INTERNAL;
      case HIDDEN -> Visibility.HIDDEN;
      case PUBLIC -> Visibility.DEFAULT;
    };
  }

  /**
   * Takes note that a module names what it does not define, and says who can see that. What other
   * units define is never hidden: it may lie too far off, when loaded, for the short references
   * that hidden symbols get.
   */
  Visibility declaredVisibility(SymbolId symbol) {
    named.add(symbol);
    Linkage linkage = sharesInternals ? defined.get(symbol) : null;
    return linkage == null ? Visibility.DEFAULT : visibility(linkage);
  }

  /** What modules have named without defining it since this was asked last. */
  Set<SymbolId> takeNamed() {
    Set<SymbolId> taken = named;
    named = new LinkedHashSet<>();
    return taken;
  }
}
