package org.pinklang.benchmarks.floor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.benchmarks.floor.FloorProgram.Callee;
import org.pinklang.benchmarks.floor.FloorProgram.Function;
import org.pinklang.codegen.llvm.LlvmBackend;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.link.lld.ExecutableLinker;
import org.pinklang.link.lld.LinkOutcome;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.runtime.RuntimeLibrary;

/**
 * Builds programs at LLVM's floor: a context and a module for each module of the program, a target
 * machine for each thread, kept from build to build, as a session of Pink keeps them; then the same
 * linker. Used by one thread at a time.
 */
public final class Floor implements AutoCloseable {
  private static final TargetDescription TARGET = TargetDescription.X86_64_LINUX;

  private final int threads;
  private final ExecutorService pool;
  private final ConcurrentLinkedQueue<LLVMTargetMachineRef> machines =
      new ConcurrentLinkedQueue<>();
  private final ExecutableLinker linker = new ExecutableLinker(new RuntimeLibrary());
  private final LongAdder buildNanos = new LongAdder();
  private final LongAdder emitNanos = new LongAdder();
  private final LongAdder disposeNanos = new LongAdder();

  /**
   * Threads that are not at work yet.
   *
   * @param threads how many, at least 1
   */
  public Floor(int threads) {
    LlvmBackend.get();
    this.threads = threads;
    pool = Executors.newFixedThreadPool(threads);
  }

  /**
   * Builds a program.
   *
   * @param executable where the executable is written
   * @throws IOException if it cannot be written or linked
   */
  public FloorTimes build(FloorProgram program, Path executable) throws IOException {
    buildNanos.reset();
    emitNanos.reset();
    disposeNanos.reset();
    long start = System.nanoTime();
    List<LinkObject> objects = objects(program);
    long made = System.nanoTime();
    LinkOutcome outcome = linker.link(objects, TARGET.triple());
    if (!(outcome instanceof LinkOutcome.Linked(byte[] bytes, List<Path> libraries))) {
      throw new IOException("the floor's objects do not go together: " + outcome);
    }
    Files.write(executable, bytes);
    long end = System.nanoTime();
    return new FloorTimes(
        end - start,
        made - start,
        end - made,
        buildNanos.sum(),
        emitNanos.sum(),
        disposeNanos.sum(),
        objects.stream().mapToLong(object -> object.bytes().length).sum());
  }

  /** The last object is that of {@code main}. */
  private List<LinkObject> objects(FloorProgram program) {
    LinkObject[] objects = new LinkObject[program.modules().size() + 1];
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(pool.submit(() -> work(program, objects, next)));
    }
    for (Future<?> worker : workers) {
      await(worker);
    }
    return List.of(objects);
  }

  private static void await(Future<?> worker) {
    try {
      worker.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("a module could not be built", e);
    }
  }

  private void work(FloorProgram program, LinkObject[] objects, AtomicInteger next) {
    LLVMTargetMachineRef idle = machines.poll();
    LLVMTargetMachineRef machine = idle == null ? newMachine() : idle;
    try (FloorBuilder.Memory memory = new FloorBuilder.Memory();
        PointerPointer<LLVMMemoryBufferRef> buffer = new PointerPointer<>(1)) {
      int index = next.getAndIncrement();
      while (index < objects.length) {
        String name = index < objects.length - 1 ? "m" + index : "main";
        objects[index] =
            new LinkObject(name, object(program, index, name, machine, memory, buffer));
        index = next.getAndIncrement();
      }
    }
    machines.add(machine);
  }

  private byte[] object(
      FloorProgram program,
      int index,
      String name,
      LLVMTargetMachineRef machine,
      FloorBuilder.Memory memory,
      PointerPointer<LLVMMemoryBufferRef> buffer) {
    long start = System.nanoTime();
    LLVMContextRef context = LLVM.LLVMContextCreate();
    LLVMModuleRef module = LLVM.LLVMModuleCreateWithNameInContext(name, context);
    LLVM.LLVMSetTarget(module, TARGET.triple());
    LLVM.LLVMSetDataLayout(module, TARGET.dataLayout());
    try (FloorBuilder builder = new FloorBuilder(memory, context, module, name)) {
      if (index < program.modules().size()) {
        List<Function> functions = program.modules().get(index).functions();
        for (int k = 0; k < functions.size(); k++) {
          builder.define(new Callee(index, k), functions.get(k));
        }
      } else {
        builder.defineMain(program);
      }
    }
    long built = System.nanoTime();
    byte[] bytes = emit(machine, module, buffer);
    long emitted = System.nanoTime();
    LLVM.LLVMDisposeModule(module);
    LLVM.LLVMContextDispose(context);
    buildNanos.add(built - start);
    emitNanos.add(emitted - built);
    disposeNanos.add(System.nanoTime() - emitted);
    return bytes;
  }

  private static byte[] emit(
      LLVMTargetMachineRef machine,
      LLVMModuleRef module,
      PointerPointer<LLVMMemoryBufferRef> buffer) {
    BytePointer message = new BytePointer((BytePointer) null);
    int failed =
        LLVM.LLVMTargetMachineEmitToMemoryBuffer(
            machine, module, LLVM.LLVMObjectFile, message, buffer);
    if (failed != 0) {
      throw new IllegalStateException(message.getString());
    }
    LLVMMemoryBufferRef object = buffer.get(LLVMMemoryBufferRef.class);
    byte[] bytes = new byte[(int) LLVM.LLVMGetBufferSize(object)];
    LLVM.LLVMGetBufferStart(object).capacity(bytes.length).get(bytes);
    LLVM.LLVMDisposeMemoryBuffer(object);
    return bytes;
  }

  private static LLVMTargetMachineRef newMachine() {
    LLVMTargetRef target = new LLVMTargetRef();
    BytePointer message = new BytePointer((BytePointer) null);
    try (BytePointer triple = new BytePointer(TARGET.triple())) {
      if (LLVM.LLVMGetTargetFromTriple(triple, target, message) != 0) {
        throw new IllegalStateException(message.getString());
      }
    }
    return LLVM.LLVMCreateTargetMachine(
        target,
        TARGET.triple(),
        TARGET.cpu(),
        TARGET.features(),
        LLVM.LLVMCodeGenLevelNone,
        LLVM.LLVMRelocPIC,
        LLVM.LLVMCodeModelDefault);
  }

  /** Ends the threads and frees the target machines. */
  @Override
  public void close() {
    pool.close();
    LLVMTargetMachineRef machine = machines.poll();
    while (machine != null) {
      LLVM.LLVMDisposeTargetMachine(machine);
      machine = machines.poll();
    }
  }
}
