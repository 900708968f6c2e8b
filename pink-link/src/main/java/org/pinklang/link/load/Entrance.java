package org.pinklang.link.load;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMYieldCallback;

/**
 * The way from Java into code at an address. JavaCPP calls native functions it knows the type of;
 * of those in LLVM's API, {@code LLVMYieldCallback} takes two pointers and gives nothing, like the
 * runtime's entry points.
 */
final class Entrance implements AutoCloseable {
  private static final int USUAL_SLOTS = 16;

  private final PointerPointer<Pointer> enterHolder = new PointerPointer<>(2);
  private final LLVMYieldCallback enter;
  private final long closeAddress;
  private final Queue<CallBlock> blocks = new ConcurrentLinkedQueue<>();

  Entrance(OrcJit jit) {
    call(jit.address("pink_open_runtime"));
    closeAddress = jit.address("pink_close_runtime");
    enter = functionAt(enterHolder, jit.address("pink_enter"));
  }

  /** JavaCPP wants a pointer to a struct that begins with the function's address. */
  private static LLVMYieldCallback functionAt(PointerPointer<Pointer> holder, long address) {
    holder.put(0, new RawPointer(address));
    holder.put(1, (Pointer) null);
    return new LLVMYieldCallback(holder);
  }

  private static void call(long address) {
    try (PointerPointer<Pointer> holder = new PointerPointer<>(2)) {
      functionAt(holder, address).call(null, null);
    }
  }

  /** A block with at least that many slots, for one call. */
  CallBlock take(int slots) {
    if (slots > USUAL_SLOTS) {
      return new CallBlock(slots);
    }
    CallBlock block = blocks.poll();
    return block == null ? new CallBlock(USUAL_SLOTS) : block;
  }

  void giveBack(CallBlock block) {
    if (block.slots() == USUAL_SLOTS) {
      blocks.add(block);
    }
  }

  /** Lets the thunk work on the block's slots. */
  void enter(LLVMContextRef thunk, CallBlock block) {
    enter.call(thunk, block.pointer());
  }

  /** An address as the parameter type of the function that is borrowed for the call. */
  static LLVMContextRef thunkAt(long address) {
    return new LLVMContextRef(new RawPointer(address));
  }

  @Override
  public void close() {
    call(closeAddress);
    enterHolder.close();
  }
}
