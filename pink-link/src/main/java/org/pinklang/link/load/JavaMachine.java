package org.pinklang.link.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMYieldCallback;
import org.pinklang.link.runtime.RuntimeFlavour;
import org.pinklang.link.runtime.RuntimeLibrary;

/**
 * The process's part of the runtime, which all loaded programs share: it binds the native methods
 * of {@link NativeCalls} and calls {@link NativeUpcalls}. Made when the first program is loaded and
 * never given up, as the threads it knows are the process's.
 */
final class JavaMachine {
  /** What the process's part offers to programs. */
  private static final List<String> OFFERED =
      List.of(
          "pink_stack_limit",
          "pink_host_innermost",
          "pink_host_panic",
          "pink_host_exit",
          "pink_host_is_out_of_stack");

  private final OrcJit jit = new OrcJit();
  private final ProcessMemory memory;
  private final Map<String, Long> offered = new HashMap<>();
  private final byte[] callbackPage;
  private final LoadedPrograms programs = new LoadedPrograms();
  private final Callbacks callbacks = new Callbacks(this::newCallbackPage);

  private JavaMachine(RuntimeLibrary runtime, String triple) {
    byte[] object = runtime.object(triple, RuntimeFlavour.HOST).orElseThrow();
    callbackPage = runtime.object(triple, RuntimeFlavour.CALLBACKS).orElseThrow();
    ProcessSymbols.defineNeeded(object, jit);
    jit.add("host", object);
    open(jit.address("pink_host_open"));
    memory = new ProcessMemory();
    OFFERED.forEach(symbol -> offered.put(symbol, jit.address(symbol)));
  }

  private static final class Holder {
    static final JavaMachine INSTANCE = new JavaMachine(new RuntimeLibrary(), loadable());

    private static String loadable() {
      return RuntimeLibrary.targets().stream()
          .filter(target -> RuntimeLibrary.flavours(target).contains(RuntimeFlavour.HOST))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The only one. */
  static JavaMachine get() {
    return Holder.INSTANCE;
  }

  /**
   * JavaCPP calls native functions it knows the type of; of those in LLVM's API this one takes two
   * pointers and gives nothing, like what is called here. JavaCPP wants a pointer to a struct that
   * begins with the function's address.
   */
  private static void open(long function) {
    try (PointerPointer<Pointer> holder = new PointerPointer<>(2);
        LongPointer opening = new LongPointer(4)) {
      holder.put(0, new RawPointer(function));
      holder.put(1, (Pointer) null);
      opening.put(0, Loader.getJavaVM().address());
      opening.put(1, Loader.newGlobalRef(NativeUpcalls.class).address());
      Pointer natives = Loader.newGlobalRef(NativeCalls.class);
      opening.put(2, natives.address());
      new LLVMYieldCallback(holder).call(null, opening);
      Loader.deleteGlobalRef(natives);
      if (opening.get(3) == 0) {
        throw new IllegalStateException("Java refused to bind the native methods of loaded code");
      }
    }
  }

  /** What the process's part offers to programs, with the addresses. */
  Map<String, Long> offered() {
    return offered;
  }

  ProcessMemory memory() {
    return memory;
  }

  /** Makes native functions of callbacks from a number on; gives the first one's address. */
  private long newCallbackPage(long base) {
    // Lives as long as the process: native code may keep a function of it.
    OrcJit page = new OrcJit();
    page.define("pink_host_callback", jit.address("pink_host_callback"));
    page.add("callbacks", callbackPage);
    new LongPointer(new RawPointer(page.address("pink_callback_base"))).put(0, base);
    return page.address("pink_callbacks");
  }

  LoadedPrograms programs() {
    return programs;
  }

  Callbacks callbacks() {
    return callbacks;
  }
}
