package org.pinklang.codegen.lower;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.llvm.LlvmContext;
import org.pinklang.codegen.llvm.LlvmModule;
import org.pinklang.codegen.llvm.LlvmValue;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.ConstantValue;

/** What the functions of one unit are lowered with. For one thread. */
final class ModuleScope {
  private final LlvmContext context;
  private final LlvmModule module;
  private final SourceText text;
  private final Positions positions;
  private final ValueTypes types;
  private final CallShapes shapes;
  private final Symbols symbols;
  private final Constants constants;
  private final RuntimeLibrary runtime;
  private final Map<SymbolId, ConstantValue> constantGlobals;
  private @Nullable LlvmValue fileName;

  ModuleScope(LlvmModule module, CheckedUnit unit, TargetDescription target) {
    this.module = module;
    context = module.context();
    text = unit.text();
    positions = new Positions(text);
    types = new ValueTypes(context, new TypeLayouts(unit.dataModel(), unit.types()));
    shapes = new CallShapes(context, types, target.convention());
    symbols = new Symbols(context, module, types, shapes);
    runtime = new RuntimeLibrary(context, module, symbols);
    constantGlobals = new HashMap<>(unit.constants());
    for (CheckedGlobal global : unit.globals()) {
      if (global.constant()) {
        constantGlobals.put(global.symbol(), global.value());
      }
    }
    constants = new Constants(context, types, symbols, unit.dataModel().pointerBytes());
  }

  LlvmContext context() {
    return context;
  }

  LlvmModule module() {
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
    return constantGlobals.get(symbol);
  }

  /** The unit's logical name, ended by a zero byte. */
  LlvmValue fileName() {
    LlvmValue known = fileName;
    if (known == null) {
      byte[] name = text.logicalName().getBytes(StandardCharsets.UTF_8);
      known = symbols.string(new String(name, StandardCharsets.ISO_8859_1));
      fileName = known;
    }
    return known;
  }

  /** Lines and columns in the unit's text. */
  Positions positions() {
    return positions;
  }
}
