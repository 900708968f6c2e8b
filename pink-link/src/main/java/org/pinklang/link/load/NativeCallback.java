package org.pinklang.link.load;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A native function that calls Java, to be given to loaded code; whoever made it closes it when
 * loaded code does not use it any more. After that a call of it fails, or, once its place is taken,
 * calls what is there. Any thread may close.
 */
public final class NativeCallback implements AutoCloseable {
  private final Callbacks callbacks;
  private final long number;
  private final long address;
  private final AtomicBoolean open = new AtomicBoolean(true);

  NativeCallback(Callbacks callbacks, long number, long address) {
    this.callbacks = callbacks;
    this.number = number;
    this.address = address;
  }

  /** Makes the native function of a callback. */
  public static NativeCallback of(JavaCallback callback) {
    return JavaMachine.get().callbacks().add(callback);
  }

  /** Where the native function begins. */
  public long address() {
    if (!open.get()) {
      throw new IllegalStateException("the callback has been closed");
    }
    return address;
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      callbacks.remove(number);
    }
  }
}
