package org.pinklang.modules.build;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The work of one build that has not ended: tasks, and answers that were promised for later. The
 * first failure, or cancelling, keeps tasks that have not begun from beginning.
 */
final class WorkGroup {
  private final Executor light;
  private final Lanes heavy;
  private final Workers workers;
  private final CancellationSignal cancellation;

  private int tasks;

  private int promises;

  private @Nullable Throwable failure;

  private boolean cancelled;

  /**
   * @param light where tasks run that need little stack
   * @param heavy where the others run
   */
  WorkGroup(Executor light, Lanes heavy, Workers workers, CancellationSignal cancellation) {
    this.light = light;
    this.heavy = heavy;
    this.workers = workers;
    this.cancellation = cancellation;
  }

  /** A task that needs a large stack. */
  @FunctionalInterface
  interface HeavyTask {

    /**
     * Does the work.
     *
     * @param threadLost to be called, last, on a thread that never returns
     */
    void run(Consumer<RuntimeException> threadLost);
  }

  /** Starts a task that reads, scans or resolves. */
  void startLight(Runnable task) {
    start(light, task);
  }

  /** Starts a task that parses, checks or compiles. */
  void startHeavy(HeavyTask task) {
    start(heavy, () -> task.run(this::loseThread));
  }

  private void start(Executor executor, Runnable task) {
    synchronized (this) {
      tasks++;
    }
    try {
      executor.execute(() -> run(task));
    } catch (RuntimeException e) {
      fail(e);
      endTask();
    }
  }

  private void run(Runnable task) {
    try {
      if (!isStopped()) {
        task.run();
      }
    } catch (Throwable e) {
      fail(e);
    } finally {
      endTask();
    }
  }

  private void loseThread(RuntimeException reason) {
    fail(reason);
    workers.abandonThread();
    heavy.abandonLane();
    endTask();
  }

  /** Goes on as a light task when an answer comes; the group does not end before. */
  <T> void whenAnswered(
      CompletionStage<T> answer, BiConsumer<@Nullable T, @Nullable Throwable> then) {
    synchronized (this) {
      promises++;
    }
    answer.whenComplete(
        (value, error) -> {
          startLight(() -> then.accept(value, error));
          endPromise();
        });
  }

  private synchronized void endTask() {
    tasks--;
    notifyAll();
  }

  private synchronized void endPromise() {
    promises--;
    notifyAll();
  }

  private synchronized void fail(Throwable reason) {
    if (failure == null) {
      failure = reason;
    }
    notifyAll();
  }

  private synchronized boolean isStopped() {
    return cancelled || failure != null;
  }

  private synchronized void cancel() {
    cancelled = true;
    notifyAll();
  }

  private synchronized boolean isCancelled() {
    return cancelled;
  }

  /**
   * Waits until there is nothing left to do; after a failure or cancelling, until the tasks that
   * had begun have ended.
   *
   * @throws CancellationException if the build was cancelled or this thread interrupted
   */
  void await() {
    CancellationSignal.Registration wakeUp = cancellation.onCancel(this::cancel);
    boolean interrupted = waitForEnd();
    wakeUp.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rethrowFailure();
    if (isCancelled()) {
      throw new CancellationException("the build was cancelled");
    }
  }

  private synchronized boolean waitForEnd() {
    boolean interrupted = false;
    while (tasks > 0 || (promises > 0 && !isStopped())) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
        fail(new CancellationException("the thread that waited for the build was interrupted"));
      }
    }
    return interrupted;
  }

  private synchronized void rethrowFailure() {
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }
}
