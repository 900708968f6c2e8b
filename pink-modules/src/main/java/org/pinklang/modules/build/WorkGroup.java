package org.pinklang.modules.build;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The work of one build that has not ended: tasks, and answers that were promised for later. The
 * first failure, or cancelling, keeps tasks that have not begun from beginning, and those that have
 * end at their next {@link #checkpoint}.
 */
final class WorkGroup implements AutoCloseable {
  private final TaskQueue light;
  private final Lanes heavy;
  private final Workers workers;
  private final BuildObserver observer;
  private final Thread waiter = Thread.currentThread();

  private int tasks;

  private int promises;

  private @Nullable Throwable failure;

  private volatile boolean stopped;

  private final CancellationSignal.Registration wakeUp;

  /**
   * Work that has not begun. The calling thread is the one that is going to wait for it.
   *
   * @param light where tasks run that need little stack
   * @param heavy where the others run
   * @param cancellation listened to until this is closed
   * @param observer sees each task
   */
  WorkGroup(
      TaskQueue light,
      Lanes heavy,
      Workers workers,
      CancellationSignal cancellation,
      BuildObserver observer) {
    this.observer = observer;
    this.light = light;
    this.heavy = heavy;
    this.workers = workers;
    this.wakeUp = cancellation.onCancel(this::cancel);
  }

  /**
   * Says whether going on is pointless; cheap enough to be asked all the time by any thread. The
   * thread that waits for the build is told the reason, since what it throws is what the build ends
   * with.
   *
   * @throws CancellationException if a task failed, the build was cancelled or this thread, being
   *     the one that waits for the build, was interrupted
   */
  void checkpoint() {
    boolean waits = Thread.currentThread() == waiter;
    boolean interrupted = waits && waiter.isInterrupted();
    if (waits && !interrupted && stopped) {
      rethrowFailure();
    }
    if (stopped || interrupted) {
      throw new CancellationException("the build was cancelled");
    }
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

  private void start(TaskQueue queue, Runnable task) {
    if (stopped) {
      return;
    }
    synchronized (this) {
      tasks++;
    }
    try {
      queue.execute(() -> run(task));
    } catch (RuntimeException | Error e) {
      endTasks(1);
      fail(e);
    }
    if (stopped) {
      discardWaiting();
    }
  }

  private void discardWaiting() {
    endTasks(light.discard());
    endTasks(heavy.discard());
  }

  private void run(Runnable task) {
    // What others meant an executor's thread to notice would make it fail to read files.
    boolean interrupted = Thread.currentThread() != waiter && Thread.interrupted();
    try {
      if (!stopped) {
        observe(task);
      }
    } catch (Throwable e) {
      fail(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      endTasks(1);
    }
  }

  private void observe(Runnable task) {
    long start = System.nanoTime();
    task.run();
    observer.ended(BuildObserver.Activity.TASK, "", start, System.nanoTime());
  }

  private void loseThread(RuntimeException reason) {
    fail(reason);
    workers.abandonThread();
    heavy.abandonLane();
    endTasks(1);
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

  private synchronized void endTasks(int count) {
    tasks -= count;
    notifyWhenDone();
  }

  private synchronized void endPromise() {
    promises--;
    notifyWhenDone();
  }

  private void notifyWhenDone() {
    if (isDone()) {
      notifyAll();
    }
  }

  private boolean isDone() {
    return tasks == 0 && (promises == 0 || stopped);
  }

  private void fail(Throwable reason) {
    stop(reason, false);
  }

  private void cancel() {
    stop(new CancellationException("the build was cancelled"), false);
  }

  /** Keeps what has not begun from beginning; the first reason is told, or that which overrules. */
  private void stop(Throwable reason, boolean overrules) {
    synchronized (this) {
      failure = failure == null || overrules ? reason : failure;
      stopped = true;
    }
    discardWaiting();
  }

  /**
   * Waits until there is nothing left to do; after a failure or cancelling, until the tasks that
   * had begun have ended.
   *
   * @throws CancellationException if the build was cancelled or this thread interrupted
   */
  void await() {
    boolean interrupted = waitForEnd();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rethrowFailure();
    checkpoint();
  }

  private boolean waitForEnd() {
    boolean interrupted = false;
    while (true) {
      try {
        waitUntilDone();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
        // What else failed may have failed because of this.
        stop(new CancellationException("the thread that waited was interrupted"), true);
      }
    }
  }

  private synchronized void waitUntilDone() throws InterruptedException {
    while (!isDone()) {
      wait();
    }
  }

  private synchronized void rethrowFailure() {
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  /** Stops what is still going on, waits for the tasks that had begun, and listens no more. */
  @Override
  public void close() {
    wakeUp.close();
    stop(new CancellationException("the build has ended"), false);
    if (waitForEnd()) {
      Thread.currentThread().interrupt();
    }
  }
}
