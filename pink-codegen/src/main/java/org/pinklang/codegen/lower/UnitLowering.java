package org.pinklang.codegen.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.llvm.LlvmAttribute;
import org.pinklang.codegen.llvm.LlvmContext;
import org.pinklang.codegen.llvm.LlvmFunction;
import org.pinklang.codegen.llvm.LlvmGlobal;
import org.pinklang.codegen.llvm.LlvmModule;
import org.pinklang.codegen.llvm.LlvmType;
import org.pinklang.codegen.llvm.LlvmValue;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedGlobal;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * Lowers one unit. The thread that does so needs a stack for the deepest tree of the unit: 512
 * bytes for each level are enough, so 100,000 operators in one chain take 50 MB.
 */
public final class UnitLowering {
  /** From about these sizes on some of LLVM's passes take seconds, quadratically more for more. */
  private static final int MAX_OPTIMIZED_INSTRUCTIONS = 40_000;

  private static final int MAX_OPTIMIZED_BLOCKS = 4_000;

  private final CheckedUnit unit;
  private final OptimizationLevel level;
  private final LlvmContext context;
  private final ModuleScope scope;
  private final List<SymbolId> unoptimized = new ArrayList<>();

  private UnitLowering(CheckedUnit unit, OptimizationLevel level, ModuleScope scope) {
    this.unit = unit;
    this.level = level;
    this.scope = scope;
    this.context = scope.context();
  }

  /**
   * Lowers a unit into a module of {@code context}. The same unit, target and level give the same
   * module.
   *
   * @param level what will be done with the module: how it is lowered depends on it
   * @return the module, which the caller closes before the context
   */
  public static LoweredUnit lower(
      CheckedUnit unit, TargetDescription target, OptimizationLevel level, LlvmContext context) {
    LlvmModule module = new LlvmModule(context, unit.text().logicalName(), target);
    try {
      UnitLowering lowering = new UnitLowering(unit, level, new ModuleScope(module, unit, target));
      lowering.lower();
      return new LoweredUnit(module, lowering.unoptimized, lowering.scope.positions().asked());
    } catch (RuntimeException | Error e) {
      module.close();
      throw e;
    }
  }

  private void lower() {
    List<LlvmFunction> declared = new ArrayList<>(unit.functions().size());
    LlvmAttribute neverUnwinds = LlvmAttribute.flag(context, "nounwind");
    for (CheckedFunction function : unit.functions()) {
      LlvmFunction llvmFunction =
          scope.symbols().definedFunction(function.symbol(), function.type(), function.linkage());
      llvmFunction.addAttribute(neverUnwinds);
      addLevelAttributes(llvmFunction);
      declared.add(llvmFunction);
    }
    defineGlobals();
    try (FunctionLowering lowering = new FunctionLowering(scope)) {
      for (int i = 0; i < declared.size(); i++) {
        define(lowering, unit.functions().get(i), declared.get(i));
      }
    }
    addMain();
  }

  /** A recursion that never ends runs out of stack at every level: it is not made a loop. */
  private void addLevelAttributes(LlvmFunction function) {
    if (level.optimizes()) {
      function.addAttribute(LlvmAttribute.text(context, "disable-tail-calls", "true"));
    }
    if (level.prefersSize()) {
      function.addAttribute(LlvmAttribute.flag(context, "optsize"));
    }
    if (level == OptimizationLevel.OZ) {
      function.addAttribute(LlvmAttribute.flag(context, "minsize"));
    }
  }

  private void define(FunctionLowering lowering, CheckedFunction function, LlvmFunction declared) {
    FunctionLowering.Extent extent = lowering.lower(function, declared, !level.optimizes());
    boolean isLarge =
        extent.instructions() > MAX_OPTIMIZED_INSTRUCTIONS
            || extent.blocks() > MAX_OPTIMIZED_BLOCKS;
    if (level.optimizes()) {
      // Which checks are added after optimising depends on this lowered form alone.
      scope.positions().at(function.offset());
    }
    if (level.optimizes() && isLarge) {
      declared.addAttribute(LlvmAttribute.flag(context, "noinline"));
      declared.addAttribute(LlvmAttribute.flag(context, "optnone"));
      unoptimized.add(function.symbol());
    }
  }

  /** Declares all globals before it defines any: their contents may name each other. */
  private void defineGlobals() {
    Map<CheckedGlobal, ConstantImage> images = new LinkedHashMap<>();
    for (CheckedGlobal global : unit.globals()) {
      if (Representation.of(global.type()) == Representation.SCALAR) {
        LlvmType storage = scope.types().storage(global.type());
        scope.symbols().define(global.symbol(), storage, global.linkage());
      } else {
        ConstantImage image = scope.constants().image(global.value());
        scope.symbols().define(global.symbol(), image.type(), global.linkage());
        images.put(global, image);
      }
    }
    for (CheckedGlobal global : unit.globals()) {
      defineGlobal(global, images.get(global));
    }
  }

  private void defineGlobal(CheckedGlobal global, @Nullable ConstantImage image) {
    Constants constants = scope.constants();
    LlvmValue contents =
        image == null ? constants.scalar(global.value()) : image.value(constants::scalar);
    LlvmGlobal defined = scope.symbols().global(global.symbol(), global.type());
    defined.setInitializer(contents);
    defined.setAlignment(scope.layouts().layout(global.type()).alignment());
    if (global.constant()) {
      defined.setConstant();
    }
  }

  private void addMain() {
    SymbolId main = unit.main();
    if (main != null) {
      for (CheckedFunction function : unit.functions()) {
        if (function.symbol().equals(main)) {
          new MainFunction(scope).add(function);
        }
      }
    }
  }
}
