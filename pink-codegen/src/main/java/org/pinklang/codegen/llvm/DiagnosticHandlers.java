package org.pinklang.codegen.llvm;

import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticHandler;
import org.bytedeco.llvm.LLVM.LLVMOpInfoCallback;
import org.bytedeco.llvm.global.LLVM;
import org.jspecify.annotations.Nullable;

/**
 * Gives contexts a handler of what LLVM reports, without the remarks that nobody asked for: LLVM
 * has one about each function, and each would be a call of Java. Safe for any number of threads.
 *
 * <p>The C API has no such choice, so the C++ function behind it is called, through a function
 * pointer whose Java type has arguments that travel in the same registers. Where it is not known to
 * be that of the LLVM which this process compiles with, remarks are reported too: whoever else has
 * an LLVM here, as drivers of graphics do, has a function of that name with other structures.
 */
final class DiagnosticHandlers {
  /** {@code LLVMContext::setDiagnosticHandlerCallBack(handler, data, respectFilters)}. */
  private static final String SETTER =
      "_ZN4llvm11LLVMContext28setDiagnosticHandlerCallBackEPFvPKNS_14DiagnosticInfoEPvES4_b";

  private static final int RESPECT_FILTERS = 1;

  private final LLVMDiagnosticHandler handler;
  private final long handlerCode;

  /** Found once per process. */
  private static final class Setter {
    static final @Nullable LLVMOpInfoCallback FOUND = find();

    private static @Nullable LLVMOpInfoCallback find() {
      Pointer code = Loader.addressof(SETTER);
      return code == null || !isOurs(code) ? null : function(code);
    }

    /** The name is looked up in all libraries of the process, in an order that is not ours. */
    private static boolean isOurs(Pointer code) {
      Path llvm = NativeLibraries.loadedLlvm();
      return llvm != null && llvm.toString().equals(MappedFiles.ofThisProcess().at(code.address()));
    }
  }

  /** With LLVM's libraries loaded. */
  DiagnosticHandlers(LLVMDiagnosticHandler handler) {
    this.handler = handler;
    this.handlerCode = new PointerPointer<>(handler).get(0).address();
  }

  /** What JavaCPP calls a function pointer: the function's address, and no Java object. */
  private static LLVMOpInfoCallback function(Pointer code) {
    PointerPointer<Pointer> pointer = new PointerPointer<>(2);
    pointer.put(0, code).put(1, (Pointer) null);
    return new LLVMOpInfoCallback(pointer);
  }

  /** Gives a context the handler, which is told the context's address with each report. */
  void handle(LLVMContextRef context) {
    LLVMOpInfoCallback setter = Setter.FOUND;
    if (setter == null) {
      LLVM.LLVMContextSetDiagnosticHandler(context, handler, context);
    } else {
      setter.call(context, handlerCode, context.address(), RESPECT_FILTERS, 0, 0, null);
    }
  }
}
