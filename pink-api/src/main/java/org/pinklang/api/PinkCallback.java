package org.pinklang.api;

import org.pinklang.link.load.NativeCallback;

/**
 * Java code as a function pointer that Pink may keep after the call it was passed to, made by
 * {@link PinkFunction#callback}. Whoever made it closes it when Pink does not use it any more; if
 * Pink calls it after that, the call from Java that Pink runs in ends with an {@link
 * IllegalStateException}, or other code runs whose callback was made since. Any thread may close.
 */
public final class PinkCallback implements AutoCloseable {
  private final NativeCallback callback;

  PinkCallback(NativeCallback callback) {
    this.callback = callback;
  }

  /**
   * The function pointer as a number.
   *
   * @throws IllegalStateException if it has been closed
   */
  public long address() {
    return callback.address();
  }

  /** Closing again has no effect. */
  @Override
  public void close() {
    callback.close();
  }
}
