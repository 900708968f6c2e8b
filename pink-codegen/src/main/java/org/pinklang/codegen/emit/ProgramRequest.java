package org.pinklang.codegen.emit;

import java.util.List;
import java.util.Set;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.Linkage;

/**
 * Units to generate one module of.
 *
 * @param name what LLVM calls the module
 * @param units checked for the target's data model, in the order in which the module has them; at
 *     most one has no module's name, for nothing keeps the names of two apart
 * @param kept the linkage names that others may use; what else the units define, {@code main} left
 *     out, is the module's own
 * @param options how
 * @param kind what to make
 */
public record ProgramRequest(
    String name,
    List<CheckedUnit> units,
    Set<String> kept,
    CodegenOptions options,
    OutputKind kind) {

  /** Copies the collections and checks that the units go together. */
  public ProgramRequest {
    kept = Set.copyOf(kept);
    if (units.stream().filter(unit -> unit.module().isEmpty()).count() > 1) {
      throw new PinkBackendException("two program units do not go into one module");
    }
    Set<String> shown = kept;
    units = units.stream().map(unit -> internalized(unit, shown)).toList();
  }

  /** The unit, showing only what is kept, and without bodies of others: these are all there. */
  private static CheckedUnit internalized(CheckedUnit unit, Set<String> kept) {
    return new CheckedUnit(
        unit.text(),
        unit.module(),
        unit.dataModel(),
        unit.functions().stream().map(function -> internalized(function, kept)).toList(),
        unit.globals().stream().map(global -> internalized(global, kept)).toList(),
        unit.types(),
        unit.constants(),
        unit.main());
  }

  private static CheckedFunction internalized(CheckedFunction function, Set<String> kept) {
    return kept.contains(LinkageNames.function(function.symbol()))
        ? function
        : function.withLinkage(Linkage.INTERNAL);
  }

  private static CheckedGlobal internalized(CheckedGlobal global, Set<String> kept) {
    return kept.contains(LinkageNames.global(global.symbol()))
        ? global
        : global.withLinkage(Linkage.INTERNAL);
  }
}
