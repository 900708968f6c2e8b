package org.pinklang.codegen.emit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.llvm.LlvmBackend;
import org.pinklang.codegen.llvm.LlvmContext;
import org.pinklang.codegen.llvm.LlvmModule;
import org.pinklang.codegen.llvm.MachineCodeForm;
import org.pinklang.codegen.llvm.TargetMachine;
import org.pinklang.codegen.lower.LoweredUnit;
import org.pinklang.codegen.lower.OptimizedStackChecks;
import org.pinklang.codegen.lower.UnitLowering;
import org.pinklang.frontend.source.ContentHash;

/**
 * Generates code, unit after unit, each in an LLVM context of its own. Safe for any number of
 * threads at once; what costs time to set up is kept for the next unit, until the generator is
 * closed.
 *
 * <p>The calling thread does all the work, and needs a large stack: for the unit's tree, see {@link
 * UnitLowering}, and for LLVM, which recurses too. 256 MiB are enough for what the language
 * promises.
 */
public final class CodeGenerator implements AutoCloseable {
  private final TargetMachinePool machines = new TargetMachinePool();

  /** A generator that has nothing set up yet. */
  public CodeGenerator() {}

  /**
   * Generates what is asked for, as far as the cache does not have it. What the cache holds has no
   * influence on the bytes.
   *
   * @param cache gives what was generated before and keeps what is generated now
   * @param onFatalError told on this thread should LLVM meet a fatal error, after which the thread
   *     is parked for good and this process generates no more code; the thread must be a daemon
   * @throws PinkBackendException if LLVM fails, which is a bug of the compiler
   */
  public CodegenResult generate(
      CodegenRequest request,
      CodeCache cache,
      Consumer<? super PinkBackendException> onFatalError) {
    return LlvmBackend.get().guard(onFatalError, () -> generate(request, cache));
  }

  private CodegenResult generate(CodegenRequest request, CodeCache cache) {
    try (LlvmContext context = new LlvmContext();
        LoweredUnit lowered =
            UnitLowering.lower(request.unit(), request.target(), request.level(), context)) {
      LlvmModule module = lowered.module();
      if (request.verify()) {
        module.verify();
      }
      if (cache == CodeCache.NONE) {
        return result(lowered, generate(request, module), true);
      }
      ContentHash key = LoweredForm.hash(request, module);
      Optional<byte[]> known = cache.find(key);
      if (known.isPresent()) {
        return result(lowered, known.get(), false);
      }
      byte[] bytes = generate(request, module);
      cache.keep(key, bytes);
      return result(lowered, bytes, true);
    }
  }

  private static CodegenResult result(LoweredUnit lowered, byte[] bytes, boolean generated) {
    return new CodegenResult(bytes, lowered.unoptimized(), lowered.positions(), generated);
  }

  private byte[] generate(CodegenRequest request, LlvmModule module) {
    TargetMachine machine = machines.take(request.target(), request.level());
    try {
      optimize(request, machine, module);
      return emit(module, request.kind(), machine);
    } finally {
      machines.giveBack(request.target(), machine);
    }
  }

  private static void optimize(CodegenRequest request, TargetMachine machine, LlvmModule module) {
    if (request.level().optimizes()) {
      machine.optimize(module);
      OptimizedStackChecks.addTo(module, request.unit(), request.target());
      if (request.verify()) {
        module.verify();
      }
    }
  }

  private static byte[] emit(LlvmModule module, OutputKind kind, TargetMachine machine) {
    return switch (kind) {
      case OBJECT -> machine.emit(module, MachineCodeForm.OBJECT);
      case ASSEMBLY -> machine.emit(module, MachineCodeForm.ASSEMBLY);
      case LLVM_IR -> module.text().getBytes(StandardCharsets.UTF_8);
      case BITCODE -> module.bitcode();
    };
  }

  /** Frees what was set up. No thread may be generating. */
  @Override
  public void close() {
    machines.close();
  }
}
