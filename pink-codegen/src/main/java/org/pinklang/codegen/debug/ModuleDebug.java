package org.pinklang.codegen.debug;

import java.util.function.IntFunction;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.ir.DebugBuilder;
import org.pinklang.codegen.ir.DebugBuilder.Name;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.ir.IrGlobal;
import org.pinklang.codegen.ir.IrMetadata;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.target.TypeLayouts;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.Linkage;

/**
 * What debuggers are told of one module. Functions and globals are called as Pink writes them,
 * files by their units' logical names. For one thread.
 */
public final class ModuleDebug {
  private static final String PRODUCER = "Pink";

  private final DebugBuilder builder;
  private final DebugTypes types;
  private final IntFunction<LinePosition> positions;
  private final IrMetadata file;

  /**
   * Begins the debug information of a module.
   *
   * @param positions lines and columns of the unit's text, which become part of the code
   */
  public ModuleDebug(
      IrContext context,
      CheckedUnit unit,
      CodegenOptions options,
      TypeLayouts layouts,
      IntFunction<LinePosition> positions) {
    String name = unit.text().logicalName();
    boolean optimized = options.level().optimizes();
    builder = new DebugBuilder(context, PRODUCER, name, optimized, dwarfVersion(options.target()));
    types = new DebugTypes(builder, unit.types(), layouts, unit.dataModel().pointerBytes());
    this.positions = positions;
    file = builder.file(name);
  }

  /**
   * From version 5 of DWARF on LLVM adds an index of names that linkers put one behind the other,
   * which debuggers then refuse with a warning. Microsoft's debuggers read CodeView.
   */
  private static int dwarfVersion(TargetDescription target) {
    String triple = target.triple();
    if (triple.contains("-apple-")) {
      return 4;
    }
    return triple.endsWith("-msvc") ? 0 : 4;
  }

  /** Tells of a function that the module defines, and of what is in it as it is lowered. */
  public FunctionDebug function(
      CheckedFunction function, IrFunction defined, InstructionBuilder instructions) {
    int line = positions.apply(function.offset()).line();
    int bodyOffset = function.body().offset();
    boolean isLocal = function.linkage() == Linkage.INTERNAL;
    IrMetadata scope =
        builder.function(
            defined,
            new Name(function.symbol().display(), file, line, isLocal),
            positions.apply(bodyOffset).line(),
            types.ofFunction(function.type()));
    return new DescribedFunction(builder, types, positions, file, instructions, scope, bodyOffset);
  }

  /** Tells of a global that the module defines. */
  public void global(CheckedGlobal global, IrGlobal defined) {
    int line = positions.apply(global.offset()).line();
    boolean isLocal = global.linkage() == Linkage.INTERNAL;
    builder.global(
        defined, new Name(global.symbol().display(), file, line, isLocal), types.of(global.type()));
  }
}
