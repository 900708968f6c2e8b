package org.pinklang.codegen.lower;

import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.emit.CodeCache;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.emit.CodegenRequest;
import org.pinklang.codegen.emit.OutputKind;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.testing.LargeStack;
import org.pinklang.frontend.typed.CheckedUnit;

/** Units as LLVM's text. */
final class Modules {
  private Modules() {}

  static byte[] text(CheckedUnit unit) {
    return generate(unit, OptimizationLevel.O0, OutputKind.LLVM_IR);
  }

  static byte[] generate(CheckedUnit unit, OptimizationLevel level, OutputKind kind) {
    return LargeStack.call(
        () -> {
          try (CodeGenerator generator = new CodeGenerator()) {
            CodegenRequest request =
                CodegenRequest.object(unit, TargetDescription.X86_64_LINUX, level)
                    .withKind(kind)
                    .verified();
            return generator.generate(request, CodeCache.NONE, fatal -> {}).bytes();
          }
        });
  }
}
