package org.pinklang.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.pinklang.api.Cancellation;

/** Ends builds that watch when standard input ends or the process is interrupted. */
final class Watching {
  private static final int INTERRUPTED = 130;
  private static final long ENDING_SECONDS = 10;

  private final FolderWatch watch;
  private final Cancellation interrupted = Cancellation.create();
  private final AtomicInteger status = new AtomicInteger(INTERRUPTED);
  private final CountDownLatch ended = new CountDownLatch(1);

  private Watching(FolderWatch watch) {
    this.watch = watch;
  }

  /** What watches. */
  @FunctionalInterface
  interface Body {

    /**
     * Builds until the watch is stopped; gives the exit status.
     *
     * @param interrupted stops a build that is going on
     */
    int run(FolderWatch watch, Cancellation interrupted) throws Exception;
  }

  /** Runs what watches; gives its exit status. */
  static int run(Console console, Body body) throws Exception {
    try (FolderWatch watch = new FolderWatch()) {
      return new Watching(watch).run(body, console);
    }
  }

  private int run(Body body, Console console) throws Exception {
    Thread hook = new Thread(this::endProcess, "pink-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    stopAtEndOf(console);
    try {
      status.set(body.run(watch, interrupted));
    } catch (CancellationException e) {
      status.set(INTERRUPTED);
    } finally {
      ended.countDown();
      remove(hook);
    }
    return status.get();
  }

  private void stopAtEndOf(Console console) {
    Thread.ofPlatform()
        .daemon()
        .name("pink-input")
        .start(
            () -> {
              try {
                console.in().transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // An input that cannot be read has ended as well.
              } finally {
                watch.stop();
              }
            });
  }

  /** An interrupted process would end with a status of its own, before anything is kept. */
  private void endProcess() {
    watch.stop();
    interrupted.cancel();
    try {
      boolean inTime = ended.await(ENDING_SECONDS, TimeUnit.SECONDS);
      Runtime.getRuntime().halt(inTime ? status.get() : INTERRUPTED);
    } catch (InterruptedException e) {
      Runtime.getRuntime().halt(INTERRUPTED);
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already; the hook gives its status.
    }
  }
}
