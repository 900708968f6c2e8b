package org.pinklang.codegen.llvm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.ir.CodeReader;
import org.pinklang.codegen.target.TargetDescription;

/** A module of a context, closed before it. Used by the thread that uses the context. */
public final class LlvmModule implements AutoCloseable {
  private final LlvmContext context;
  private final LLVMModuleRef handle;
  private final AtomicBoolean open = new AtomicBoolean(true);

  /**
   * An empty module.
   *
   * @param name what the symbol table of the object calls the file
   */
  public LlvmModule(LlvmContext context, String name, TargetDescription target) {
    this.context = context;
    this.handle = LLVM.LLVMModuleCreateWithNameInContext(name, context.handle());
    LLVM.LLVMSetTarget(handle, target.triple());
    LLVM.LLVMSetDataLayout(handle, target.dataLayout());
  }

  /** The context the module belongs to, which it does not own. */
  public LlvmContext context() {
    return context;
  }

  LLVMModuleRef handle() {
    return handle;
  }

  /** Carries out lists of steps that were written by {@code codegen.ir}, one after another. */
  public void build(byte[] code) {
    CodeReader reader = new CodeReader(code);
    while (reader.hasMore()) {
      try (ModuleBuilder builder = new ModuleBuilder(this, reader)) {
        builder.build();
      }
    }
  }

  /** The function of a name, null for none. */
  public @Nullable LlvmFunction function(String name) {
    LLVMValueRef found = LLVM.LLVMGetNamedFunction(handle, name);
    return found == null ? null : new LlvmFunction(found);
  }

  /** The functions that have a body, in the module's order. */
  public List<LlvmFunction> definedFunctions() {
    List<LlvmFunction> defined = new ArrayList<>();
    LLVMValueRef function = LLVM.LLVMGetFirstFunction(handle);
    while (function != null) {
      if (LLVM.LLVMIsDeclaration(function) == 0) {
        defined.add(new LlvmFunction(function));
      }
      function = LLVM.LLVMGetNextFunction(function);
    }
    return defined;
  }

  /**
   * Checks the module's well-formedness.
   *
   * @throws PinkBackendException with LLVM's words and the module if it is malformed
   */
  public void verify() {
    BytePointer message = new BytePointer((BytePointer) null);
    int broken = LLVM.LLVMVerifyModule(handle, LLVM.LLVMReturnStatusAction, message);
    String text = broken != 0 ? message.getString() : "";
    LLVM.LLVMDisposeMessage(message);
    if (broken != 0) {
      throw new PinkBackendException("malformed LLVM module: " + text + "\n" + text());
    }
  }

  /** The module as LLVM's assembly language. */
  public String text() {
    BytePointer text = LLVM.LLVMPrintModuleToString(handle);
    try {
      return text.getString(StandardCharsets.UTF_8);
    } finally {
      LLVM.LLVMDisposeMessage(text);
    }
  }

  /** The module as bitcode. */
  public byte[] bitcode() {
    return takeBytes(LLVM.LLVMWriteBitcodeToMemoryBuffer(handle));
  }

  /** Copies a buffer's bytes and frees it. */
  static byte[] takeBytes(LLVMMemoryBufferRef buffer) {
    try {
      long size = LLVM.LLVMGetBufferSize(buffer);
      byte[] bytes = new byte[Math.toIntExact(size)];
      LLVM.LLVMGetBufferStart(buffer).capacity(size).get(bytes);
      return bytes;
    } finally {
      LLVM.LLVMDisposeMemoryBuffer(buffer);
    }
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      LLVM.LLVMDisposeModule(handle);
    }
  }
}
