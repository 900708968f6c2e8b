package org.pinklang.api;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs on threads of their own. */
final class AsyncRun {
  private AsyncRun() {}

  /** Does some work on a daemon thread that ends with it. */
  static <T> CompletableFuture<T> start(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("pink-run")
        .start(
            () -> {
              try {
                result.complete(work.get());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }
}
