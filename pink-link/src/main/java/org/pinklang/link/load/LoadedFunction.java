package org.pinklang.link.load;

import org.bytedeco.llvm.LLVM.LLVMContextRef;

/** A function of loaded code. It may be called by any thread until the code is closed. */
public final class LoadedFunction {
  private final Lifetime lifetime;
  private final Entrance entrance;
  private final Callbacks callbacks;
  private final LLVMContextRef thunk;
  private final long address;
  private final MachineSignature signature;

  LoadedFunction(
      Lifetime lifetime,
      Entrance entrance,
      Callbacks callbacks,
      long thunkAddress,
      long address,
      MachineSignature signature) {
    this.lifetime = lifetime;
    this.entrance = entrance;
    this.callbacks = callbacks;
    this.thunk = Entrance.thunkAt(thunkAddress);
    this.address = address;
    this.signature = signature;
  }

  /** Where the function begins, to be given to loaded code; valid while that is open. */
  public long address() {
    return address;
  }

  /**
   * Calls the function on this thread.
   *
   * @param arguments one for each parameter, as {@link ScalarType} says; of narrow integers only
   *     the low bits count
   * @throws IllegalArgumentException if their number is not that of the parameters
   * @throws IllegalStateException if the code has been closed
   */
  public CallOutcome call(long... arguments) {
    if (arguments.length != signature.parameters().size()) {
      throw new IllegalArgumentException(
          "the function takes %d arguments, not %d"
              .formatted(signature.parameters().size(), arguments.length));
    }
    lifetime.enter();
    try {
      CallBlock block = entrance.take(signature.slots());
      block.setSlot(0, address);
      for (int i = 0; i < arguments.length; i++) {
        block.setSlot(i + 1, arguments[i]);
      }
      entrance.enter(thunk, block);
      CallOutcome outcome = block.outcome(signature.results().size(), callbacks::takeFailure);
      entrance.giveBack(block);
      return outcome;
    } finally {
      lifetime.leave();
    }
  }
}
