package org.pinklang.codegen.process;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.pinklang.codegen.emit.GenerationControl;

/** Kills a child at its deadline or when its work is no longer wanted. */
final class JobWatch {
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private final Child child;

  private enum State {
    RUNNING,
    ENDED,
    LATE,
    UNWANTED
  }

  /**
   * What ends the patience with a child.
   *
   * @param patience how long it may take
   * @param clock what says when that is over
   * @param control what says that nobody wants the result any more
   */
  record Limits(Duration patience, DeadlineClock clock, GenerationControl control) {}

  /** What is asked of a child. */
  @FunctionalInterface
  interface Conversation<T> {
    T hold() throws ChildFailedException;
  }

  private JobWatch(Child child) {
    this.child = child;
  }

  /**
   * Holds a conversation within its limits.
   *
   * @throws ChildFailedException if the child does not answer, or not in time
   * @throws CancellationException if nobody wants the answer any more; the child is dead then
   */
  static <T> T during(Conversation<T> conversation, Child child, Limits limits)
      throws ChildFailedException {
    JobWatch watch = new JobWatch(child);
    Future<?> deadline = limits.clock().after(limits.patience(), () -> watch.kill(State.LATE));
    try (var stop = limits.control().onStop(() -> watch.kill(State.UNWANTED))) {
      T answer = conversation.hold();
      watch.end(limits);
      return answer;
    } catch (ChildFailedException e) {
      watch.end(limits);
      throw e;
    } finally {
      deadline.cancel(false);
    }
  }

  private void kill(State reason) {
    if (state.compareAndSet(State.RUNNING, reason)) {
      child.kill();
    }
  }

  /** Ends the watch, and says whether it was this that ended the child. */
  private void end(Limits limits) throws ChildFailedException {
    switch (state.compareAndExchange(State.RUNNING, State.ENDED)) {
      case RUNNING, ENDED -> {}
      case LATE ->
          throw new ChildFailedException(
              "did not finish within " + limits.patience().toSeconds() + " seconds");
      case UNWANTED -> throw new CancellationException("the code is no longer wanted");
    }
  }
}
