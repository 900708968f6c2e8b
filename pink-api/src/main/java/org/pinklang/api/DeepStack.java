package org.pinklang.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
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
      return join(result);
    } finally {
      Workers.waitFor(thread);
    }
  }

  /**
   * The result of some work on a thread of its own that may never return. What it is given is to be
   * called with the reason where it will not.
   */
  static <T> T callUnlessLost(Function<Consumer<RuntimeException>, T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    AtomicBoolean isLost = new AtomicBoolean();
    Consumer<RuntimeException> lost =
        reason -> {
          isLost.set(true);
          result.completeExceptionally(reason);
        };
    Thread thread =
        new Thread(null, () -> complete(result, () -> work.apply(lost)), "pink-deep", BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return join(result);
    } finally {
      if (!isLost.get()) {
        Workers.waitFor(thread);
      }
    }
  }

  private static <T> T join(CompletableFuture<T> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw e;
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
