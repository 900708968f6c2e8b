package org.pinklang.codegen.llvm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticHandler;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticInfoRef;
import org.bytedeco.llvm.LLVM.LLVMFatalErrorHandler;
import org.bytedeco.llvm.global.LLVM;
import org.jspecify.annotations.Nullable;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.target.TargetDescription;

/**
 * The one LLVM of this process: loaded, its back ends registered, its fatal errors caught.
 *
 * <p>A fatal error cannot be returned from: LLVM would end the process. The thread it happens on is
 * told through {@link #guard}, then parked for good, and from then on {@link #checkUsable} throws.
 * Safe for any number of threads.
 */
public final class LlvmBackend {

  private final Map<Thread, Consumer<? super PinkBackendException>> guarded =
      new ConcurrentHashMap<>();
  private final Map<Long, LlvmContext> contexts = new ConcurrentHashMap<>();
  private final LLVMFatalErrorHandler fatalErrors = new FatalErrors();
  private final DiagnosticHandlers diagnostics = new DiagnosticHandlers(new DiagnosticsByContext());
  private final String version = readVersion();

  /** The empty name that all calls share: making it is what calls would cost. */
  private final BytePointer emptyName = new BytePointer("");

  private final JumpTables jumpTables = new JumpTables();
  private volatile @Nullable String fatalError;

  private LlvmBackend() {
    LLVM.LLVMInstallFatalErrorHandler(fatalErrors);
    LLVM.LLVMInitializeAllTargetInfos();
    LLVM.LLVMInitializeAllTargets();
    LLVM.LLVMInitializeAllTargetMCs();
    LLVM.LLVMInitializeAllAsmPrinters();
    LLVM.LLVMInitializeAllAsmParsers();
  }

  /** Made at the first use; LLVM's handlers and tables belong to the process, so there is one. */
  private static final class Holder {
    static final LlvmBackend INSTANCE = new LlvmBackend();
  }

  /**
   * The backend, loaded and ready.
   *
   * @throws NativeLibraryException if LLVM's native code cannot be loaded
   * @throws PinkBackendException if LLVM met a fatal error earlier
   */
  public static LlvmBackend get() {
    NativeLibraries.load();
    Holder.INSTANCE.checkUsable();
    return Holder.INSTANCE;
  }

  /** LLVM's version, such as {@code 20.1.7}. */
  public String version() {
    return version;
  }

  private static String readVersion() {
    try (IntPointer numbers = new IntPointer(3)) {
      LLVM.LLVMGetVersion(numbers, numbers.getPointer(1), numbers.getPointer(2));
      return numbers.get(0) + "." + numbers.get(1) + "." + numbers.get(2);
    }
  }

  BytePointer emptyName() {
    return emptyName;
  }

  /** Throws a {@link PinkBackendException} if LLVM met a fatal error in this process. */
  public void checkUsable() {
    String message = fatalError;
    if (message != null) {
      throw poisoned(message);
    }
  }

  /**
   * Does {@code work} on this thread. Should LLVM meet a fatal error in it, {@code onFatalError} is
   * called on this thread, which then never returns: it is how the owner of the thread learns that
   * the work has failed and the thread is lost. The thread must be a daemon.
   *
   * @param target what the work generates code for
   */
  public <T> T guard(
      TargetDescription target,
      Consumer<? super PinkBackendException> onFatalError,
      Supplier<T> work) {
    checkUsable();
    return generating(
        target,
        () -> {
          guarded.put(Thread.currentThread(), onFatalError);
          try {
            return work.get();
          } finally {
            guarded.remove(Thread.currentThread());
          }
        });
  }

  /**
   * Does work that generates code for a target, on this thread, while nobody generates code for one
   * that would disturb it. Not to be nested.
   */
  public <T> T generating(TargetDescription target, Supplier<T> work) {
    jumpTables.enter(target, this::checkUsable);
    try {
      return work.get();
    } finally {
      jumpTables.leave();
    }
  }

  void register(LlvmContext context, LLVMContextRef handle) {
    contexts.put(handle.address(), context);
    diagnostics.handle(handle);
  }

  void unregister(Pointer handle) {
    contexts.remove(handle.address());
  }

  private static PinkBackendException poisoned(String message) {
    return new PinkBackendException(
        "LLVM met a fatal error in this process and generates no more code in it: " + message);
  }

  private final class FatalErrors extends LLVMFatalErrorHandler {
    @Override
    public void call(BytePointer reason) {
      String message = reason.getString();
      fatalError = message;
      jumpTables.wake();
      Consumer<? super PinkBackendException> owner = guarded.remove(Thread.currentThread());
      if (owner != null) {
        owner.accept(poisoned(message));
      }
      parkForever();
    }

    private void parkForever() {
      while (true) {
        LockSupport.park(LlvmBackend.this);
        // An interrupt would make parking return at once, over and over.
        Thread.interrupted();
      }
    }
  }

  private final class DiagnosticsByContext extends LLVMDiagnosticHandler {
    @Override
    public void call(LLVMDiagnosticInfoRef info, Pointer handle) {
      LlvmContext context = contexts.get(handle.address());
      if (context != null && LLVM.LLVMGetDiagInfoSeverity(info) == LLVM.LLVMDSError) {
        BytePointer description = LLVM.LLVMGetDiagInfoDescription(info);
        context.reportError(description.getString());
        LLVM.LLVMDisposeMessage(description);
      }
    }
  }
}
