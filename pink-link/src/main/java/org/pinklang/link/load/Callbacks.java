package org.pinklang.link.load;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The Java callbacks of one loaded program, and what they threw and nobody has taken yet. */
final class Callbacks implements AutoCloseable {
  private final OrcJit jit;
  private final GlueCompiler glue;
  private final Queue<Long> numbers = new ConcurrentLinkedQueue<>();
  private final Map<Thread, Throwable> failures = new ConcurrentHashMap<>();

  Callbacks(OrcJit jit, GlueCompiler glue) {
    this.jit = jit;
    this.glue = glue;
  }

  /** Makes the native function that calls Java; gives its address. */
  long add(MachineSignature signature, JavaCallback callback) {
    if (signature.results().size() > 1) {
      throw new IllegalArgumentException("a callback has at most one result");
    }
    CallbackDispatcher dispatcher = CallbackDispatcher.get();
    long number = dispatcher.register(callback, signature.parameters().size(), failures);
    numbers.add(number);
    String name = "pink_callback_" + number;
    jit.add(name, glue.callback(name, signature, dispatcher.nativeFunction(), number));
    return jit.address(name);
  }

  /** What the callback threw that has just ended a call on this thread. */
  Throwable takeFailure() {
    Throwable failure = failures.remove(Thread.currentThread());
    return failure == null
        ? new IllegalStateException("a callback of a program that has been closed was called")
        : failure;
  }

  @Override
  public void close() {
    numbers.forEach(CallbackDispatcher.get()::unregister);
  }
}
