package org.pinklang.codegen.lower;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.debug.FunctionDebug;
import org.pinklang.codegen.debug.ModuleDebug;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.ir.IrGlobal;
import org.pinklang.codegen.ir.IrModule;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.ConstantValue;

/** What the functions that share one LLVM module are lowered with. For one thread. */
final class ModuleScope {
  private final UnitScope unit;
  private final IrModule module;
  private final IrContext context;
  private final ValueTypes types;
  private final CallShapes shapes;
  private final Symbols symbols;
  private final Constants constants;
  private final RuntimeLibrary runtime;
  private @Nullable ModuleDebug debug;
  private @Nullable FileName lastFileName;

  /** The value of a unit's logical name. */
  private record FileName(String logicalName, IrValue value) {}

  /** An empty module for some functions of a unit. */
  ModuleScope(UnitScope unit) {
    this.unit = unit;
    module = new IrModule(new IrContext());
    context = module.context();
    types = new ValueTypes(context, unit.layouts());
    shapes = new CallShapes(context, types, unit.convention());
    symbols = new Symbols(unit, module, types, shapes);
    runtime = new RuntimeLibrary(context, module, symbols);
    constants = new Constants(context, types, symbols, unit.pointerBytes());
  }

  TargetDescription target() {
    return unit.target();
  }

  IrContext context() {
    return context;
  }

  IrModule module() {
    return module;
  }

  ValueTypes types() {
    return types;
  }

  TypeLayouts layouts() {
    return types.layouts();
  }

  CallShapes shapes() {
    return shapes;
  }

  Symbols symbols() {
    return symbols;
  }

  Constants constants() {
    return constants;
  }

  RuntimeLibrary runtime() {
    return runtime;
  }

  /** The value of a constant global, null where it is not known here. */
  @Nullable ConstantValue constantGlobal(SymbolId symbol) {
    return unit.constantGlobal(symbol);
  }

  /** Whether return addresses and values lie on a stack that the program does not see. */
  boolean hasHiddenStack() {
    return unit.hasHiddenStack();
  }

  boolean isOptimized() {
    return unit.isOptimized();
  }

  /** The size of an address. */
  int pointerBytes() {
    return unit.pointerBytes();
  }

  /** A unit's logical name, ended by a zero byte. */
  IrValue fileName(String logicalName) {
    FileName known = lastFileName;
    if (known == null || !known.logicalName().equals(logicalName)) {
      byte[] name = logicalName.getBytes(StandardCharsets.UTF_8);
      IrValue value = symbols.string(new String(name, StandardCharsets.ISO_8859_1));
      known = new FileName(logicalName, value);
      lastFileName = known;
    }
    return known.value();
  }

  /** Begins to tell debuggers of a function, if they are told at all. */
  FunctionDebug describe(
      CheckedFunction function,
      Positions positions,
      IrFunction defined,
      InstructionBuilder instructions) {
    return unit.hasDebugInformation()
        ? debug().function(function, positions.logicalName(), positions::at, defined, instructions)
        : FunctionDebug.NONE;
  }

  /** Tells debuggers of what calls the program's entry, if that may be inlined. */
  void describeEntry(CheckedFunction called, IrFunction entry, InstructionBuilder instructions) {
    if (unit.hasDebugInformation() && unit.isOptimized()) {
      debug().entry(called, entry, instructions);
    }
  }

  /** Tells debuggers of a global, if they are told at all. */
  void describe(CheckedGlobal global, IrGlobal defined) {
    if (unit.hasDebugInformation()) {
      debug().global(global, defined);
    }
  }

  private ModuleDebug debug() {
    ModuleDebug known = debug;
    if (known == null) {
      known = unit.newDebug(context);
      debug = known;
    }
    return known;
  }

  /** Lets instructions come from an offset in a function, if debuggers are told at all. */
  void locateIn(IrFunction function, InstructionBuilder instructions, int offset) {
    if (unit.hasDebugInformation()) {
      LinePosition position = positions().at(offset);
      instructions.setLocationIn(function, position.line(), position.column());
    }
  }

  /** Lines and columns in the unit's own text. */
  Positions positions() {
    return unit.positions();
  }
}
