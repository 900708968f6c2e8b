package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.List;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.ir.IrAttribute;
import org.pinklang.codegen.ir.IrContext;
import org.pinklang.codegen.ir.IrFunction;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.HeldBody;

/** The functions that one module defines. */
final class FunctionDefinitions {
  /** From about these sizes on some of LLVM's passes take seconds, quadratically more for more. */
  private static final int MAX_OPTIMIZED_INSTRUCTIONS = 40_000;

  private static final int MAX_OPTIMIZED_BLOCKS = 4_000;

  private static final int MAX_OPTIMIZED_BLOCK = 8_000;

  /** LLVM's number for tables that hold where functions are called, not at every instruction. */
  private static final int UNWIND_AT_CALLS = 1;

  private final ModuleScope scope;
  private final IrContext context;
  private final OptimizationLevel level;

  /** Costs nothing at run time; a panic in a loaded program tells by it who called whom. */
  private final IrAttribute unwindTable;

  private final List<Declared> functions = new ArrayList<>();
  private final List<SymbolId> unoptimized = new ArrayList<>();

  /** A function, and where it is from if it is another unit's. */
  private record Declared(
      CheckedFunction function, IrFunction declaration, Positions positions, boolean isHeld) {}

  FunctionDefinitions(ModuleScope scope, OptimizationLevel level) {
    this.scope = scope;
    this.context = scope.context();
    this.level = level;
    unwindTable = IrAttribute.number(context, "uwtable", UNWIND_AT_CALLS);
  }

  /** Declares functions, so that they may name each other. */
  void declare(List<CheckedFunction> group) {
    for (CheckedFunction function : group) {
      IrFunction declaration =
          scope.symbols().definedFunction(function.symbol(), function.type(), function.linkage());
      declare(new Declared(function, declaration, scope.positions(), false));
    }
  }

  /** Declares functions of other units whose bodies are there to be inlined. */
  void declareHeld(List<HeldBody> bodies) {
    for (HeldBody body : bodies) {
      CheckedFunction function = body.function();
      IrFunction declaration = scope.symbols().heldFunction(function.symbol(), function.type());
      declare(new Declared(function, declaration, new Positions(body), true));
    }
  }

  private void declare(Declared declared) {
    declared.declaration().addAttribute(IrAttribute.flag(context, "nounwind"));
    declared.declaration().addAttribute(unwindTable);
    addLevelAttributes(declared.declaration());
    if (level.optimizes() && declared.function().inline()) {
      declared.declaration().addAttribute(IrAttribute.flag(context, "inlinehint"));
    }
    functions.add(declared);
  }

  /** Gives those declared their bodies, and names those too large to be optimised. */
  List<SymbolId> define() {
    FunctionLowering lowering = new FunctionLowering(scope);
    for (Declared declared : functions) {
      define(lowering, declared);
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

  private void define(FunctionLowering lowering, Declared declared) {
    CheckedFunction function = declared.function();
    FunctionLowering.Extent extent =
        lowering.lower(function, declared.declaration(), declared.positions(), !level.optimizes());
    boolean isLarge =
        extent.instructions() > MAX_OPTIMIZED_INSTRUCTIONS
            || extent.blocks() - extent.divisions() > MAX_OPTIMIZED_BLOCKS
            || extent.longestBlock() > MAX_OPTIMIZED_BLOCK;
    if (level.optimizes() && !declared.isHeld()) {
      // Which checks are added after optimising depends on this lowered form alone.
      scope.positions().at(function.offset());
    }
    if (level.optimizes() && isLarge) {
      declared.declaration().addAttribute(IrAttribute.flag(context, "noinline"));
      declared.declaration().addAttribute(IrAttribute.flag(context, "optnone"));
      if (!declared.isHeld()) {
        unoptimized.add(function.symbol());
      }
    }
  }
}
