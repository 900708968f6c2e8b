package org.pinklang.codegen.lower;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrModule;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.type.SymbolId;
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
  private @Nullable IrValue fileName;

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

  /** The unit's logical name, ended by a zero byte. */
  IrValue fileName() {
    IrValue known = fileName;
    if (known == null) {
      byte[] name = unit.logicalName().getBytes(StandardCharsets.UTF_8);
      known = symbols.string(new String(name, StandardCharsets.ISO_8859_1));
      fileName = known;
    }
    return known;
  }

  /** Lines and columns in the unit's text. */
  Positions positions() {
    return unit.positions();
  }
}
