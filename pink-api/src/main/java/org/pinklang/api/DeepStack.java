package org.pinklang.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.pinklang.modules.build.Workers;

/** Runs what goes as deep as a text is nested, whatever stack the caller has. */
final class DeepStack {
  private static final long BYTES = 512L << 20;

  private DeepStack() {}

  /** The result of some work on a thread of its own, which ends before this returns. */
  static <T> T call(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread = new Thread(null, () -> complete(result, work), "pink-deep", BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw e;
    } finally {
      Workers.waitFor(thread);
    }
  }

  private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
    try {
      result.complete(work.get());
    } catch (RuntimeException | Error thrown) {
      result.completeExceptionally(thrown);
    }
  }
}
