package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.ir.IrAttribute;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;

/** The functions that one module defines. */
final class FunctionDefinitions {
  /** From about these sizes on some of LLVM's passes take seconds, quadratically more for more. */
  private static final int MAX_OPTIMIZED_INSTRUCTIONS = 40_000;

  private static final int MAX_OPTIMIZED_BLOCKS = 4_000;

  private final ModuleScope scope;
  private final IrContext context;
  private final OptimizationLevel level;
  private final List<Declared> functions = new ArrayList<>();
  private final List<SymbolId> unoptimized = new ArrayList<>();

  private record Declared(CheckedFunction function, IrFunction declaration) {}

  FunctionDefinitions(ModuleScope scope, OptimizationLevel level) {
    this.scope = scope;
    this.context = scope.context();
    this.level = level;
  }

  /** Declares functions, so that they may name each other. */
  void declare(List<CheckedFunction> group) {
    IrAttribute neverUnwinds = IrAttribute.flag(context, "nounwind");
    for (CheckedFunction function : group) {
      IrFunction declaration =
          scope.symbols().definedFunction(function.symbol(), function.type(), function.linkage());
      declaration.addAttribute(neverUnwinds);
      addLevelAttributes(declaration);
      functions.add(new Declared(function, declaration));
    }
  }

  /** Gives those declared their bodies, and names those too large to be optimised. */
  List<SymbolId> define() {
    FunctionLowering lowering = new FunctionLowering(scope);
    for (Declared declared : functions) {
      define(lowering, declared.function(), declared.declaration());
    }
    return unoptimized;
  }

  /** A recursion that never ends runs out of stack at every level: it is not made a loop. */
  private void addLevelAttributes(IrFunction function) {
    if (level.optimizes()) {
      function.addAttribute(IrAttribute.text(context, "disable-tail-calls", "true"));
      scope
          .target()
          .tuning()
          .ifPresent(cpu -> function.addAttribute(IrAttribute.text(context, "tune-cpu", cpu)));
    }
    if (level.prefersSize()) {
      function.addAttribute(IrAttribute.flag(context, "optsize"));
    }
    if (level == OptimizationLevel.OZ) {
      function.addAttribute(IrAttribute.flag(context, "minsize"));
    }
  }

  private void define(FunctionLowering lowering, CheckedFunction function, IrFunction declared) {
    FunctionLowering.Extent extent = lowering.lower(function, declared, !level.optimizes());
    boolean isLarge =
        extent.instructions() > MAX_OPTIMIZED_INSTRUCTIONS
            || extent.blocks() > MAX_OPTIMIZED_BLOCKS;
    if (level.optimizes()) {
      // Which checks are added after optimising depends on this lowered form alone.
      scope.positions().at(function.offset());
    }
    if (level.optimizes() && isLarge) {
      declared.addAttribute(IrAttribute.flag(context, "noinline"));
      declared.addAttribute(IrAttribute.flag(context, "optnone"));
      unoptimized.add(function.symbol());
    }
  }
}
