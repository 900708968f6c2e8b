package org.pinklang.frontend.typed;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.type.SymbolId;

/**
 * A unit that checked without errors: all that code generation needs, and nothing it must decide.
 *
 * @param text the unit's text: its logical name and the lines of offsets
 * @param module the module's full name; empty for a program unit
 * @param dataModel the target's data model that constants and layouts were computed for
 * @param functions the functions defined here, in order of declaration
 * @param globals the globals defined here, in order of declaration
 * @param types what every struct and union holds whose layout the unit needs, its own and others'
 * @param constants the values of the constant globals of other units that are read here
 * @param main the program unit's entry; null where there is none
 * @param offered what importers may inline, in order of declaration
 * @param held bodies of other units' functions for inlining, each once; none where the unit is as
 *     it was checked
 */
public record CheckedUnit(
    SourceText text,
    String module,
    DataModel dataModel,
    List<CheckedFunction> functions,
    List<CheckedGlobal> globals,
    TypeDefinitions types,
    Map<SymbolId, ConstantValue> constants,
    @Nullable SymbolId main,
    List<OfferedFunction> offered,
    List<HeldBody> held) {

  /** Copies the collections. */
  public CheckedUnit {
    functions = List.copyOf(functions);
    globals = List.copyOf(globals);
    constants = Map.copyOf(constants);
    offered = List.copyOf(offered);
    held = List.copyOf(held);
  }

  /** A unit that neither offers nor holds a body. */
  public CheckedUnit(
      SourceText text,
      String module,
      DataModel dataModel,
      List<CheckedFunction> functions,
      List<CheckedGlobal> globals,
      TypeDefinitions types,
      Map<SymbolId, ConstantValue> constants,
      @Nullable SymbolId main) {
    this(text, module, dataModel, functions, globals, types, constants, main, List.of(), List.of());
  }

  /** The same, offering functions to importers. */
  public CheckedUnit offering(List<OfferedFunction> functionsToInline) {
    return new CheckedUnit(
        text,
        module,
        dataModel,
        functions,
        globals,
        types,
        constants,
        main,
        functionsToInline,
        held);
  }

  /**
   * The same, holding bodies of other units.
   *
   * @param allTypes what the unit's own structs and unions hold, and those of the bodies
   */
  public CheckedUnit holding(List<HeldBody> bodies, TypeDefinitions allTypes) {
    return new CheckedUnit(
        text, module, dataModel, functions, globals, allTypes, constants, main, offered, bodies);
  }
}
