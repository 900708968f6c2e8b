package org.pinklang.codegen.llvm;

import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMPassBuilderOptionsRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.PinkBackendException;

/**
 * The passes of each level: those that compilers of C run at the level of the same name, at the
 * level that most programs are shipped with without those that bring nothing for Pink.
 */
final class PassPipeline {
  private PassPipeline() {}

  /** Runs the passes of a level over a module. */
  static void run(LlvmModule module, LLVMTargetMachineRef machine, OptimizationLevel level) {
    LLVMPassBuilderOptionsRef options = options(level);
    try {
      LLVMErrorRef error = LLVM.LLVMRunPasses(module.handle(), name(level), machine, options);
      if (error != null) {
        throw new PinkBackendException("LLVM could not optimise: " + takeText(error));
      }
    } finally {
      LLVM.LLVMDisposePassBuilderOptions(options);
    }
  }

  private static String name(OptimizationLevel level) {
    return switch (level) {
      case O0 -> "default<O0>";
      case O1 -> "default<O1>";
      case O2 -> StandardPasses.TEXT;
      case O3 -> "default<O3>";
      case OS -> "default<Os>";
      case OZ -> "default<Oz>";
    };
  }

  /** LLVM's own defaults make vectors of loops at every level, and of nothing else at any. */
  private static LLVMPassBuilderOptionsRef options(OptimizationLevel level) {
    LLVMPassBuilderOptionsRef options = LLVM.LLVMCreatePassBuilderOptions();
    boolean beyondFirst = level.optimizes() && level != OptimizationLevel.O1;
    int straightLine = beyondFirst ? 1 : 0;
    int loops = beyondFirst && level != OptimizationLevel.OZ ? 1 : 0;
    LLVM.LLVMPassBuilderOptionsSetSLPVectorization(options, straightLine);
    LLVM.LLVMPassBuilderOptionsSetLoopVectorization(options, loops);
    LLVM.LLVMPassBuilderOptionsSetLoopInterleaving(options, loops);
    return options;
  }

  private static String takeText(LLVMErrorRef error) {
    BytePointer message = LLVM.LLVMGetErrorMessage(error);
    String text = message.getString(StandardCharsets.UTF_8);
    LLVM.LLVMDisposeErrorMessage(message);
    return text;
  }
}
