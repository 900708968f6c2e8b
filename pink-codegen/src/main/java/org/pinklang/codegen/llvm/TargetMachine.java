package org.pinklang.codegen.llvm;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.target.ObjectFormat;
import org.pinklang.codegen.target.TargetDescription;

/**
 * Optimises modules for one target at one level and turns them into machine code. Used by one
 * thread at a time, for any number of modules of any contexts: it remembers what it computed for a
 * processor, which is what makes keeping it worth while.
 */
public final class TargetMachine implements AutoCloseable {
  private final LLVMTargetMachineRef handle;
  private final OptimizationLevel level;
  private final AtomicBoolean open = new AtomicBoolean(true);

  /**
   * A machine for a target.
   *
   * @throws PinkBackendException if this LLVM does not know the target, or met a fatal error
   *     earlier
   */
  public TargetMachine(TargetDescription target, OptimizationLevel level) {
    LlvmBackend.get();
    this.level = level;
    this.handle =
        LLVM.LLVMCreateTargetMachine(
            find(target.triple()),
            target.triple(),
            target.cpu(),
            target.features(),
            codeGenerationLevel(target, level),
            relocation(target),
            LLVM.LLVMCodeModelDefault);
  }

  /** On WebAssembly code that may lie anywhere would want a loader; nothing else can move. */
  private static int relocation(TargetDescription target) {
    return target.format() == ObjectFormat.WASM ? LLVM.LLVMRelocStatic : LLVM.LLVMRelocPIC;
  }

  private static int codeGenerationLevel(TargetDescription target, OptimizationLevel level) {
    return switch (level) {
      // At level None every value is a local of its own, and the engine's stack is soon used up.
      case O0 ->
          target.format() == ObjectFormat.WASM
              ? LLVM.LLVMCodeGenLevelLess
              : LLVM.LLVMCodeGenLevelNone;
      case O1 -> LLVM.LLVMCodeGenLevelLess;
      case O2, OS, OZ -> LLVM.LLVMCodeGenLevelDefault;
      case O3 -> LLVM.LLVMCodeGenLevelAggressive;
    };
  }

  private static LLVMTargetRef find(String triple) {
    LLVMTargetRef found = new LLVMTargetRef();
    BytePointer message = new BytePointer((BytePointer) null);
    try (BytePointer name = new BytePointer(triple)) {
      if (LLVM.LLVMGetTargetFromTriple(name, found, message) != 0) {
        throw new PinkBackendException("LLVM has no target " + triple + ": " + takeText(message));
      }
    }
    return found;
  }

  /** The level the machine was made for. */
  public OptimizationLevel level() {
    return level;
  }

  /** LLVM's description of the target's memory. */
  public String dataLayout() {
    var layout = LLVM.LLVMCreateTargetDataLayout(handle);
    try {
      return takeText(LLVM.LLVMCopyStringRepOfTargetData(layout));
    } finally {
      LLVM.LLVMDisposeTargetData(layout);
    }
  }

  /** Runs the passes of the machine's level over a module; none at {@code O0}. */
  public void optimize(LlvmModule module) {
    if (!level.optimizes()) {
      return;
    }
    PassPipeline.run(module, handle, level);
    module.context().throwReportedErrors();
  }

  /**
   * The module's machine code. The module is used up: only closing it is allowed afterwards.
   *
   * @throws PinkBackendException if LLVM reports an error, also where it made an output nonetheless
   */
  public byte[] emit(LlvmModule module, MachineCodeForm form) {
    try (PointerPointer<LLVMMemoryBufferRef> buffer = new PointerPointer<>(1)) {
      BytePointer message = new BytePointer((BytePointer) null);
      int failed =
          LLVM.LLVMTargetMachineEmitToMemoryBuffer(
              handle, module.handle(), form.fileType(), message, buffer);
      if (failed != 0) {
        throw new PinkBackendException("LLVM could not emit code: " + takeText(message));
      }
      byte[] bytes = LlvmModule.takeBytes(buffer.get(LLVMMemoryBufferRef.class));
      module.context().throwReportedErrors();
      return bytes;
    }
  }

  private static String takeText(BytePointer message) {
    String text = message.getString(StandardCharsets.UTF_8);
    LLVM.LLVMDisposeMessage(message);
    return text;
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      LLVM.LLVMDisposeTargetMachine(handle);
    }
  }
}
