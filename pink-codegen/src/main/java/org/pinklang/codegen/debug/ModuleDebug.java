package org.pinklang.codegen.debug;

import java.util.function.IntFunction;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.ir.DebugBuilder;
import org.pinklang.codegen.ir.DebugBuilder.Name;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.ir.IrGlobal;
import org.pinklang.codegen.ir.IrLocation;
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
  private final String unitName;
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
    unitName = unit.text().logicalName();
    boolean optimized = options.level().optimizes();
    builder =
        new DebugBuilder(context, PRODUCER, unitName, optimized, dwarfVersion(options.target()));
    types = new DebugTypes(builder, unit.types(), layouts, unit.dataModel().pointerBytes());
    this.positions = positions;
    file = builder.file(unitName);
  }

  /**
   * From version 5 of DWARF on LLVM adds an index of names that linkers put one behind the other,
   * which debuggers then refuse with a warning. Microsoft's debuggers read CodeView.
   */
  private static int dwarfVersion(TargetDescription target) {
    return target.triple().endsWith("-msvc") ? 0 : 4;
  }

  /**
   * Tells of a function that the module has the body of, and of what is in it as it is lowered.
   *
   * @param text the logical name of the unit whose text the function is from
   * @param places lines and columns in that text, which become part of the code
   */
  public FunctionDebug function(
      CheckedFunction function,
      String text,
      IntFunction<LinePosition> places,
      IrFunction defined,
      InstructionBuilder instructions) {
    IrMetadata from = text.equals(unitName) ? file : builder.file(text);
    int line = places.apply(function.offset()).line();
    int bodyOffset = function.body().offset();
    boolean isLocal = function.linkage() == Linkage.INTERNAL;
    IrMetadata scope =
        builder.function(
            defined,
            new Name(function.symbol().display(), from, line, isLocal),
            places.apply(bodyOffset).line(),
            types.ofFunction(function.type()));
    return new DescribedFunction(builder, types, places, from, instructions, scope, bodyOffset);
  }

  /**
   * Tells of the C function that calls the program's own. What is inlined is told only where that
   * into which it is inlined is told of, too.
   */
  public void entry(CheckedFunction called, IrFunction entry, InstructionBuilder instructions) {
    LinePosition place = positions.apply(called.offset());
    IrMetadata scope =
        builder.function(
            entry,
            new Name(entry.name(), file, place.line(), false),
            place.line(),
            types.ofFunction(called.type()));
    instructions.setLocation(new IrLocation(place.line(), place.column(), scope));
  }

  /** Tells of a global that the module defines. */
  public void global(CheckedGlobal global, IrGlobal defined) {
    int line = positions.apply(global.offset()).line();
    boolean isLocal = global.linkage() == Linkage.INTERNAL;
    builder.global(
        defined, new Name(global.symbol().display(), file, line, isLocal), types.of(global.type()));
  }
}
