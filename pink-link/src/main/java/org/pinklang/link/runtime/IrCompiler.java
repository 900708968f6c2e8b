package org.pinklang.link.runtime;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMPassBuilderOptionsRef;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.llvm.LlvmBackend;
import org.pinklang.codegen.target.ObjectFormat;
import org.pinklang.codegen.target.TargetDescription;

/**
 * Compiles the project's own texts in LLVM's intermediate language. They are part of the project
 * like its Java code: an error in one is a bug and an exception.
 */
public final class IrCompiler implements AutoCloseable {
  private final LLVMContextRef context = LLVM.LLVMContextCreate();
  private final TargetDescription target;

  private IrCompiler(TargetDescription target) {
    this.target = target;
  }

  /**
   * Compiles one module of the project's own, optimised and position independent, to an object.
   *
   * @param text a module without target lines; never anything a user or a file had a part in
   * @param triple of a target there is
   * @throws IllegalStateException if LLVM does not accept the text
   */
  public static byte[] compile(String text, String triple) {
    LlvmBackend backend = LlvmBackend.get();
    TargetDescription target =
        TargetDescription.named(triple)
            .orElseThrow(() -> new IllegalStateException("there is no target " + triple));
    return backend.generating(target, () -> compile(text, target));
  }

  private static byte[] compile(String text, TargetDescription target) {
    try (IrCompiler compiler = new IrCompiler(target)) {
      LLVMModuleRef module = compiler.parse(text);
      try {
        return compiler.emit(module);
      } finally {
        LLVM.LLVMDisposeModule(module);
      }
    }
  }

  private LLVMModuleRef parse(String text) {
    LLVMModuleRef module = new LLVMModuleRef();
    BytePointer message = new BytePointer((BytePointer) null);
    try (BytePointer bytes = new BytePointer(text);
        BytePointer name = new BytePointer("")) {
      LLVMMemoryBufferRef buffer =
          LLVM.LLVMCreateMemoryBufferWithMemoryRangeCopy(bytes, bytes.limit() - 1, name);
      check(LLVM.LLVMParseIRInContext(context, buffer, module, message), message);
    }
    return module;
  }

  private byte[] emit(LLVMModuleRef module) {
    LLVMTargetMachineRef machine = createMachine();
    try {
      LLVMTargetDataRef layout = LLVM.LLVMCreateTargetDataLayout(machine);
      LLVM.LLVMSetModuleDataLayout(module, layout);
      LLVM.LLVMDisposeTargetData(layout);
      LLVM.LLVMSetTarget(module, target.triple());
      optimize(module, machine);
      return object(module, machine);
    } finally {
      LLVM.LLVMDisposeTargetMachine(machine);
    }
  }

  private LLVMTargetMachineRef createMachine() {
    LLVMTargetRef found = new LLVMTargetRef();
    BytePointer message = new BytePointer((BytePointer) null);
    try (BytePointer name = new BytePointer(target.triple())) {
      check(LLVM.LLVMGetTargetFromTriple(name, found, message), message);
    }
    return LLVM.LLVMCreateTargetMachine(
        found,
        target.triple(),
        target.cpu(),
        target.features(),
        LLVM.LLVMCodeGenLevelDefault,
        target.format() == ObjectFormat.WASM ? LLVM.LLVMRelocStatic : LLVM.LLVMRelocPIC,
        LLVM.LLVMCodeModelDefault);
  }

  private static void optimize(LLVMModuleRef module, LLVMTargetMachineRef machine) {
    BytePointer message = new BytePointer((BytePointer) null);
    check(LLVM.LLVMVerifyModule(module, LLVM.LLVMReturnStatusAction, message), message);
    LLVM.LLVMDisposeMessage(message);
    LLVMPassBuilderOptionsRef options = LLVM.LLVMCreatePassBuilderOptions();
    try {
      LLVMErrorRef error = LLVM.LLVMRunPasses(module, "default<O2>", machine, options);
      if (error != null) {
        BytePointer reason = LLVM.LLVMGetErrorMessage(error);
        throw new IllegalStateException("a text of the runtime is wrong: " + reason.getString());
      }
    } finally {
      LLVM.LLVMDisposePassBuilderOptions(options);
    }
  }

  private static byte[] object(LLVMModuleRef module, LLVMTargetMachineRef machine) {
    LLVMMemoryBufferRef buffer = new LLVMMemoryBufferRef();
    BytePointer message = new BytePointer((BytePointer) null);
    check(
        LLVM.LLVMTargetMachineEmitToMemoryBuffer(
            machine, module, LLVM.LLVMObjectFile, message, buffer),
        message);
    try {
      byte[] bytes = new byte[Math.toIntExact(LLVM.LLVMGetBufferSize(buffer))];
      LLVM.LLVMGetBufferStart(buffer).get(bytes);
      return bytes;
    } finally {
      LLVM.LLVMDisposeMemoryBuffer(buffer);
    }
  }

  private static void check(int failed, BytePointer message) {
    if (failed != 0) {
      String reason = message.isNull() ? "" : message.getString();
      LLVM.LLVMDisposeMessage(message);
      throw new IllegalStateException("a text of the runtime is wrong: " + reason);
    }
  }

  @Override
  public void close() {
    LLVM.LLVMContextDispose(context);
  }
}
