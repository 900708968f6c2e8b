package org.pinklang.codegen.lower;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.ir.IrGlobal;
import org.pinklang.codegen.ir.IrType;
import org.pinklang.codegen.ir.IrValue;
import org.pinklang.frontend.typed.CheckedGlobal;

/** The globals that a module defines. */
final class GlobalDefinitions {
  private final ModuleScope scope;

  GlobalDefinitions(ModuleScope scope) {
    this.scope = scope;
  }

  /** Declares all globals before it defines any: their contents may name each other. */
  void define(List<CheckedGlobal> globals) {
    Map<CheckedGlobal, ConstantImage> images = new LinkedHashMap<>();
    for (CheckedGlobal global : globals) {
      if (Representation.of(global.type()) == Representation.SCALAR) {
        IrType storage = scope.types().storage(global.type());
        scope.symbols().define(global.symbol(), storage, global.linkage());
      } else {
        ConstantImage image = scope.constants().image(global.value());
        scope.symbols().define(global.symbol(), image.type(), global.linkage());
        images.put(global, image);
      }
    }
    for (CheckedGlobal global : globals) {
      define(global, images.get(global));
    }
  }

  private void define(CheckedGlobal global, @Nullable ConstantImage image) {
    Constants constants = scope.constants();
    IrValue contents =
        image == null ? constants.scalar(global.value()) : image.value(constants::scalar);
    IrGlobal defined = scope.symbols().global(global.symbol(), global.type());
    defined.setInitializer(contents);
    defined.setAlignment(scope.layouts().layout(global.type()).alignment());
    if (global.constant()) {
      defined.setConstant();
    }
    scope.describe(global, defined);
  }
}
