package org.pinklang.codegen.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.pinklang.codegen.CodegenOptions;
import org.pinklang.codegen.ir.InstructionBuilder;
import org.pinklang.codegen.ir.IrBlock;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.codegen.llvm.FunctionBody;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * Adds the checks for room on the stack to a module that has been optimised. Before, they would
 * keep functions from being inlined and understood.
 */
public final class OptimizedStackChecks {
  /** The functions whose calls need no room: what calls them never goes on. */
  public static final List<String> NOT_COUNTED = RuntimeLibrary.PANICKING;

  private final ModuleScope scope;
  private final InstructionBuilder builder;
  private final Map<String, Integer> nameOffsets = new HashMap<>();

  private OptimizedStackChecks(CheckedUnit unit, ModuleScope scope) {
    this.scope = scope;
    this.builder = new InstructionBuilder(scope.context());
    for (CheckedFunction function : unit.functions()) {
      nameOffsets.put(LinkageNames.function(function.symbol()), function.offset());
      if (function.symbol().equals(unit.main())) {
        nameOffsets.put("main", function.offset());
      }
    }
  }

  /**
   * The steps that add the checks to the module that {@code unit} was lowered to.
   *
   * @param functions what became of the module's functions, where calls of {@link #NOT_COUNTED} do
   *     not count
   */
  public static byte[] steps(
      SequencedMap<String, FunctionBody> functions, CheckedUnit unit, CodegenOptions options) {
    ModuleScope scope = new ModuleScope(new UnitScope(unit, options, false));
    functions.forEach(new OptimizedStackChecks(unit, scope)::add);
    return scope.context().finish();
  }

  private void add(String name, FunctionBody body) {
    FrameSize size = FrameSize.optimized(body.stackBytes(), body.blocks(), body.values());
    if (size.bytes() > StackCheck.LARGE_FRAME) {
      IrFunction function = scope.module().existingFunction(name);
      StackCheck.emitBeforeFrame(scope, builder, function, size, offset(name));
    } else if (body.callsFunctions() || size.bytes() > StackCheck.SMALL_FRAME) {
      IrFunction function = scope.module().existingFunction(name);
      IrBlock start = builder.prependEntry(function);
      StackCheck.emit(scope, builder, function, size, offset(name), start);
    }
  }

  /** Passes that make variants of a function add to its name after a dot. */
  private int offset(String name) {
    String known = name;
    while (!nameOffsets.containsKey(known) && known.lastIndexOf('.') > 0) {
      known = known.substring(0, known.lastIndexOf('.'));
    }
    return nameOffsets.getOrDefault(known, 0);
  }
}
