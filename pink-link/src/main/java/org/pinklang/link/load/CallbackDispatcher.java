package org.pinklang.link.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMYieldCallback;

/**
 * The one native function through which all loaded code of the process calls Java. JavaCPP has few
 * of these to give, so each callback's own native function, made for its signature, passes a number
 * to this one.
 */
final class CallbackDispatcher extends LLVMYieldCallback {
  private final AtomicLong lastNumber = new AtomicLong();
  private final Map<Long, Registered> callbacks = new ConcurrentHashMap<>();

  private CallbackDispatcher() {}

  private static final class Holder {
    static final CallbackDispatcher INSTANCE = new CallbackDispatcher();
  }

  private record Registered(
      JavaCallback callback, int parameters, Map<Thread, Throwable> failures) {}

  static CallbackDispatcher get() {
    return Holder.INSTANCE;
  }

  /** The native function's address: the first word of what JavaCPP allocates for a callback. */
  long nativeFunction() {
    return new LongPointer(this).get(0);
  }

  /**
   * Gives a callback the number its native function passes.
   *
   * @param failures gets what the callback throws, by the thread it was called on
   */
  long register(JavaCallback callback, int parameters, Map<Thread, Throwable> failures) {
    long number = lastNumber.incrementAndGet();
    callbacks.put(number, new Registered(callback, parameters, failures));
    return number;
  }

  void unregister(long number) {
    callbacks.remove(number);
  }

  @Override
  public void call(LLVMContextRef number, Pointer slots) {
    Registered registered = callbacks.get(number.address());
    LongPointer words = new LongPointer(slots);
    if (registered == null) {
      words.put(CallbackWriter.FAILED, 1);
      return;
    }
    long[] arguments = new long[registered.parameters()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = words.get(CallbackWriter.ARGUMENTS + i);
    }
    try {
      words.put(CallbackWriter.RESULT, registered.callback().call(arguments));
      words.put(CallbackWriter.FAILED, 0);
    } catch (Throwable failure) {
      // An exception cannot cross native frames: it is kept and thrown again behind them.
      registered.failures().put(Thread.currentThread(), failure);
      words.put(CallbackWriter.FAILED, 1);
    }
  }
}
