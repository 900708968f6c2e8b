package org.pinklang.codegen.llvm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.PinkBackendException;

/**
 * An LLVM context: the types and constants of its modules. Closing it frees them all; its modules
 * are closed before. Used by one thread at a time.
 */
public final class LlvmContext implements AutoCloseable {
  private final LlvmBackend backend;
  private final LLVMContextRef handle;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final List<String> errors = new ArrayList<>();

  /**
   * An empty context.
   *
   * @throws PinkBackendException if LLVM met a fatal error earlier
   */
  public LlvmContext() {
    backend = LlvmBackend.get();
    handle = LLVM.LLVMContextCreate();
    backend.register(this, handle);
  }

  LLVMContextRef handle() {
    return handle;
  }

  BytePointer emptyName() {
    return backend.emptyName();
  }

  void reportError(String message) {
    errors.add(message);
  }

  /**
   * Throws what LLVM has reported as an error in this context since the last time.
   *
   * @throws PinkBackendException if there was an error
   */
  public void throwReportedErrors() {
    if (!errors.isEmpty()) {
      String all = String.join("; ", errors);
      errors.clear();
      throw new PinkBackendException("LLVM rejected the generated code: " + all);
    }
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      backend.unregister(handle);
      LLVM.LLVMContextDispose(handle);
    }
  }
}
