package org.pinklang.codegen.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMOrcDefinitionGeneratorRef;
import org.bytedeco.llvm.LLVM.LLVMOrcLLJITRef;
import org.bytedeco.llvm.LLVM.LLVMYieldCallback;
import org.bytedeco.llvm.global.LLVM;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.emit.CodeCache;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.emit.CodegenRequest;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.frontend.type.LinkageNames;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.CheckedUnit;

/**
 * Runs functions {@code fn(*Integer)} of a unit in this process, on a runtime of its own that turns
 * panics into outcomes. The modules it generates are verified.
 */
public final class Machine {
  private static final int OUT_WORDS = 64;
  private static final int CONTROL_WORDS = 8;

  private Machine() {}

  /**
   * How a run ended.
   *
   * @param panic what was reported, empty where nothing was
   * @param out the words behind the pointer the function was given
   */
  public record Outcome(String panic, List<Long> out) {}

  /** Runs at -O0 and -O2 and expects the same of both. */
  public static Outcome run(CheckedUnit unit, String function, byte[]... objects) {
    Outcome plain = run(unit, function, OptimizationLevel.O0, objects);
    Outcome optimized = run(unit, function, OptimizationLevel.O2, objects);
    if (!plain.equals(optimized)) {
      throw new AssertionError("-O0 gives " + plain + ", -O2 gives " + optimized);
    }
    return plain;
  }

  /** Runs at one level. */
  public static Outcome run(
      CheckedUnit unit, String function, OptimizationLevel level, byte[]... objects) {
    List<byte[]> all = new ArrayList<>(List.of(objects));
    try (CodeGenerator generator = new CodeGenerator()) {
      CodegenRequest request =
          CodegenRequest.object(unit, TargetDescription.X86_64_LINUX, level).verified();
      all.add(generator.generate(request, CodeCache.NONE, fatal -> {}).bytes());
      all.add(runtime());
    }
    return execute(all, LinkageNames.function(SymbolId.of("", function)));
  }

  private static Outcome execute(List<byte[]> objects, String symbol) {
    LLVMOrcLLJITRef jit = new LLVMOrcLLJITRef();
    check(LLVM.LLVMOrcCreateLLJIT(jit, null));
    try (LongPointer control = new LongPointer(CONTROL_WORDS);
        LongPointer out = new LongPointer(OUT_WORDS)) {
      var library = LLVM.LLVMOrcLLJITGetMainJITDylib(jit);
      LLVMOrcDefinitionGeneratorRef process = new LLVMOrcDefinitionGeneratorRef();
      check(
          LLVM.LLVMOrcCreateDynamicLibrarySearchGeneratorForProcess(
              process, LLVM.LLVMOrcLLJITGetGlobalPrefix(jit), null, null));
      LLVM.LLVMOrcJITDylibAddGenerator(library, process);
      for (byte[] object : objects) {
        check(LLVM.LLVMOrcLLJITAddObjectFile(jit, library, buffer(object)));
      }
      for (int i = 0; i < OUT_WORDS; i++) {
        out.put(i, 0);
      }
      control.put(0, address(jit, symbol)).put(1, out.address()).put(2, 0);
      enter(address(jit, "test_enter"), control);
      return new Outcome(panic(control), words(out));
    } finally {
      check(LLVM.LLVMOrcDisposeLLJIT(jit));
    }
  }

  private static String panic(LongPointer control) {
    return switch ((int) control.get(2)) {
      case 0 -> "";
      case 1 -> "%s at %d:%d".formatted(text(control), control.get(5), control.get(6));
      case 2 -> "index %d of %d at %d:%d".formatted(numbers(control));
      case 3 -> "slice %d to %d at %d:%d".formatted(numbers(control));
      default -> "out of stack at %d:%d".formatted(control.get(5), control.get(6));
    };
  }

  private static Object[] numbers(LongPointer control) {
    return new Object[] {control.get(3), control.get(4), control.get(5), control.get(6)};
  }

  private static String text(LongPointer control) {
    byte[] bytes = new byte[(int) control.get(4)];
    new BytePointer(new Address(control.get(3))).get(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static final class Address extends Pointer {
    Address(long address) {
      this.address = address;
    }
  }

  private static List<Long> words(LongPointer out) {
    List<Long> words = new ArrayList<>();
    for (int i = 0; i < OUT_WORDS; i++) {
      words.add(out.get(i));
    }
    return words;
  }

  /** A C function of two pointers is called through a callback type that happens to have two. */
  private static void enter(long address, LongPointer control) {
    try (LongPointer holder = new LongPointer(2)) {
      holder.put(0, address).put(1, 0);
      new LLVMYieldCallback(holder).call(new LLVMContextRef(control), null);
    }
  }

  private static long address(LLVMOrcLLJITRef jit, String symbol) {
    try (LongPointer found = new LongPointer(1)) {
      check(LLVM.LLVMOrcLLJITLookup(jit, found, new BytePointer(symbol)));
      return found.get();
    }
  }

  private static LLVMMemoryBufferRef buffer(byte[] bytes) {
    return LLVM.LLVMCreateMemoryBufferWithMemoryRangeCopy(
        new BytePointer(bytes), bytes.length, new BytePointer("object"));
  }

  private static void check(LLVMErrorRef error) {
    if (error != null) {
      throw new IllegalStateException(LLVM.LLVMGetErrorMessage(error).getString());
    }
  }

  // ---- the runtime --------------------------------------------------------------------------

  private static byte[] runtime() {
    LLVMContextRef context = LLVM.LLVMContextCreate();
    LLVMModuleRef module = new LLVMModuleRef();
    BytePointer message = new BytePointer((BytePointer) null);
    byte[] text = RUNTIME.getBytes(StandardCharsets.US_ASCII);
    if (LLVM.LLVMParseIRInContext(context, buffer(text), module, message) != 0) {
      throw new IllegalStateException(message.getString());
    }
    var target = new org.bytedeco.llvm.LLVM.LLVMTargetRef();
    String triple = TargetDescription.X86_64_LINUX.triple();
    LLVM.LLVMGetTargetFromTriple(new BytePointer(triple), target, message);
    var machine = LLVM.LLVMCreateTargetMachine(target, triple, "x86-64", "", 1, 2, 0);
    var object = new org.bytedeco.javacpp.PointerPointer<LLVMMemoryBufferRef>(1);
    LLVM.LLVMTargetMachineEmitToMemoryBuffer(machine, module, LLVM.LLVMObjectFile, message, object);
    LLVMMemoryBufferRef emitted = object.get(LLVMMemoryBufferRef.class);
    byte[] bytes = new byte[(int) LLVM.LLVMGetBufferSize(emitted)];
    LLVM.LLVMGetBufferStart(emitted).capacity(bytes.length).get(bytes);
    LLVM.LLVMDisposeMemoryBuffer(emitted);
    LLVM.LLVMDisposeTargetMachine(machine);
    LLVM.LLVMDisposeModule(module);
    LLVM.LLVMContextDispose(context);
    return bytes;
  }

  /** Control words: function, argument, kind of panic, three words of what it reports, position. */
  private static final String RUNTIME =
      """
      @jump = internal global [64 x i64] zeroinitializer
      @control = internal global ptr null
      @pink_stack_limit = global ptr null

      declare i32 @_setjmp(ptr) returns_twice
      declare void @longjmp(ptr, i32) noreturn
      declare ptr @llvm.frameaddress.p0(i32)

      define void @test_enter(ptr %c, ptr %unused) {
        store ptr %c, ptr @control
        %frame = call ptr @llvm.frameaddress.p0(i32 0)
        %limit = getelementptr i8, ptr %frame, i64 -262144
        store ptr %limit, ptr @pink_stack_limit
        %came = call i32 @_setjmp(ptr @jump) returns_twice
        %first = icmp eq i32 %came, 0
        br i1 %first, label %go, label %done
      go:
        %f = load ptr, ptr %c
        %ap = getelementptr i64, ptr %c, i64 1
        %a = load ptr, ptr %ap
        call void %f(ptr %a)
        br label %done
      done:
        ret void
      }

      define internal void @report(i64 %kind, i64 %x, i64 %y, i32 %line, i32 %column) noreturn {
        %c = load ptr, ptr @control
        %p2 = getelementptr i64, ptr %c, i64 2
        store i64 %kind, ptr %p2
        %p3 = getelementptr i64, ptr %c, i64 3
        store i64 %x, ptr %p3
        %p4 = getelementptr i64, ptr %c, i64 4
        store i64 %y, ptr %p4
        %p5 = getelementptr i64, ptr %c, i64 5
        %l = zext i32 %line to i64
        store i64 %l, ptr %p5
        %p6 = getelementptr i64, ptr %c, i64 6
        %k = zext i32 %column to i64
        store i64 %k, ptr %p6
        call void @longjmp(ptr @jump, i32 1)
        unreachable
      }

      define void @pink_panic(ptr %m, i64 %n, ptr %file, i32 %line, i32 %column) noreturn {
        %a = ptrtoint ptr %m to i64
        call void @report(i64 1, i64 %a, i64 %n, i32 %line, i32 %column)
        unreachable
      }
      define void @pink_panic_index(i64 %i, i64 %n, i32 %u, ptr %file, i32 %line, i32 %column) noreturn {
        call void @report(i64 2, i64 %i, i64 %n, i32 %line, i32 %column)
        unreachable
      }
      define void @pink_panic_slice(i64 %f, i64 %t, i64 %n, i32 %u, ptr %file, i32 %line, i32 %column) {
        call void @report(i64 3, i64 %f, i64 %t, i32 %line, i32 %column)
        unreachable
      }
      define void @pink_out_of_stack_for(ptr %file, i32 %line, i32 %column, i64 %bytes) {
        call void @report(i64 4, i64 0, i64 0, i32 %line, i32 %column)
        unreachable
      }
      define void @pink_out_of_stack(ptr %file, i32 %line, i32 %column) {
        call void @report(i64 4, i64 0, i64 0, i32 %line, i32 %column)
        unreachable
      }
      """;
}
