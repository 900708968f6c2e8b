package org.pinklang.codegen.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinklang.codegen.llvm.FunctionBody;
import org.pinklang.codegen.llvm.InstructionBuilder;
import org.pinklang.codegen.llvm.LlvmBlock;
import org.pinklang.codegen.llvm.LlvmFunction;
import org.pinklang.codegen.llvm.LlvmModule;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * Adds the checks for room on the stack to a module that has been optimised. Before, they would
 * keep functions from being inlined and understood.
 */
public final class OptimizedStackChecks {
  private final ModuleScope scope;
  private final List<LlvmFunction> panics;
  private final Map<String, Integer> nameOffsets = new HashMap<>();

  private OptimizedStackChecks(CheckedUnit unit, ModuleScope scope) {
    this.scope = scope;
    RuntimeLibrary runtime = scope.runtime();
    this.panics = List.of(runtime.panic(), runtime.panicIndex(), runtime.panicSlice());
    for (CheckedFunction function : unit.functions()) {
      nameOffsets.put(LinkageNames.function(function.symbol()), function.offset());
      if (function.symbol().equals(unit.main())) {
        nameOffsets.put("main", function.offset());
      }
    }
  }

  /** Adds the checks to the module that {@code unit} was lowered to. */
  public static void addTo(LlvmModule module, CheckedUnit unit, TargetDescription target) {
    ModuleScope scope = new ModuleScope(module, unit, target);
    OptimizedStackChecks checks = new OptimizedStackChecks(unit, scope);
    try (InstructionBuilder builder = new InstructionBuilder(module.context())) {
      for (LlvmFunction function : module.definedFunctions()) {
        checks.addTo(function, builder);
      }
    }
  }

  private void addTo(LlvmFunction function, InstructionBuilder builder) {
    FunctionBody body = FunctionBody.inspect(scope.module(), function, panics);
    long frameBytes = StackCheck.frameBytes(body.stackBytes(), body.blocks());
    if (frameBytes > StackCheck.LARGE_FRAME) {
      int offset = offset(function.name());
      StackCheck.emitBeforeFrame(scope, builder, function, frameBytes, offset);
    } else if (body.callsFunctions() || frameBytes > StackCheck.SMALL_FRAME) {
      LlvmBlock start = FunctionBody.prependEntry(builder, function);
      StackCheck.emit(scope, builder, function, frameBytes, offset(function.name()), start);
    }
  }

  /**
   * Passes that make variants of a function add to its name after a dot, which no name contains.
   */
  private int offset(String name) {
    int dot = name.indexOf('.');
    return nameOffsets.getOrDefault(dot < 0 ? name : name.substring(0, dot), 0);
  }
}
