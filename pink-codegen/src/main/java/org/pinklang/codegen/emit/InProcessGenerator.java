package org.pinklang.codegen.emit;

import java.nio.charset.StandardCharsets;
import org.pinklang.codegen.PinkBackendException;
import org.pinklang.codegen.llvm.FunctionBody;
import org.pinklang.codegen.llvm.LlvmBackend;
import org.pinklang.codegen.llvm.LlvmContext;
import org.pinklang.codegen.llvm.LlvmModule;
import org.pinklang.codegen.llvm.MachineCodeForm;
import org.pinklang.codegen.llvm.NativeLibraryException;
import org.pinklang.codegen.llvm.TargetMachine;
import org.pinklang.codegen.lower.OptimizedStackChecks;
import org.pinklang.codegen.target.TargetDescription;

/**
 * LLVM in this process, on the calling thread, which needs a large stack: 256 MiB are enough for
 * what the language promises. A fatal error inside LLVM ends code generation in the process.
 */
public final class InProcessGenerator implements ModuleGenerator {
  private final TargetMachinePool machines = new TargetMachinePool();

  /** A generator that has nothing set up yet. */
  public InProcessGenerator() {}

  @Override
  public String llvmVersion(GenerationControl control) {
    return LlvmBackend.get().version();
  }

  @Override
  public void prepare() {
    try {
      LlvmBackend.get();
    } catch (NativeLibraryException | PinkBackendException e) {
      // Whoever needs LLVM is told.
    }
  }

  @Override
  public byte[] generate(ModuleJob job, LateSteps late, GenerationControl control) {
    return LlvmBackend.get()
        .guard(job.options().target(), control::threadLost, () -> run(job, late, control));
  }

  private byte[] run(ModuleJob job, LateSteps late, GenerationControl control) {
    TargetDescription target = job.options().target();
    TargetMachine machine = machines.take(target, job.options().level());
    long start = System.nanoTime();
    try (LlvmContext context = new LlvmContext();
        LlvmModule module = new LlvmModule(context, job.name(), target)) {
      module.build(job.code());
      verify(job, module);
      start = ended(GenerationStep.BUILD, start, control);
      if (job.options().level().optimizes()) {
        machine.optimize(module);
        module.build(late.after(FunctionBody.ofAll(module, OptimizedStackChecks.NOT_COUNTED)));
        verify(job, module);
        start = ended(GenerationStep.OPTIMIZE, start, control);
      }
      byte[] bytes = emit(job.kind(), module, machine);
      ended(GenerationStep.EMIT, start, control);
      return bytes;
    } finally {
      machines.giveBack(target, machine);
    }
  }

  /** Tells how long a step took, and gives when it ended. */
  private static long ended(GenerationStep step, long start, GenerationControl control) {
    long end = System.nanoTime();
    control.took(step, start, end);
    return end;
  }

  private static void verify(ModuleJob job, LlvmModule module) {
    if (job.options().verify()) {
      module.verify();
    }
  }

  private static byte[] emit(OutputKind kind, LlvmModule module, TargetMachine machine) {
    return switch (kind) {
      case OBJECT -> machine.emit(module, MachineCodeForm.OBJECT);
      case ASSEMBLY -> machine.emit(module, MachineCodeForm.ASSEMBLY);
      case LLVM_IR -> module.text().getBytes(StandardCharsets.UTF_8);
      case BITCODE -> module.bitcode();
    };
  }

  @Override
  public void close() {
    machines.close();
  }
}
