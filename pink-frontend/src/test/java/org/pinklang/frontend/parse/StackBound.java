package org.pinklang.frontend.parse;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs something on a thread with a stack of its own size; an overflow fails the caller. */
final class StackBound {
  private StackBound() {}

  static <T> T run(long stackBytes, Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                result.complete(work.get());
              } catch (Throwable failure) {
                result.completeExceptionally(failure);
              }
            },
            "bounded stack",
            stackBytes);
    thread.start();
    return result.join();
  }
}
