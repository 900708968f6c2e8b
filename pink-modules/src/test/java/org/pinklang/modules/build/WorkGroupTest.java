package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class WorkGroupTest {

  @Test
  void theThreadThatWaitsIsToldAtItsCheckpointWhyTheBuildEnds() {
    RuntimeException reason = new IllegalStateException("no more tasks today");
    try (Workers workers = new Workers();
        WorkGroup group = group(workers)) {
      group.startLight(
          () -> {
            throw reason;
          });
      assertThatThrownBy(group::checkpoint).isSameAs(reason);
    }
  }

  @Test
  void otherThreadsAreToldThatTheBuildIsCancelled() {
    try (Workers workers = new Workers();
        WorkGroup group = group(workers)) {
      group.startLight(
          () -> {
            throw new IllegalStateException("no more tasks today");
          });
      Throwable[] told = new Throwable[1];
      Thread other =
          new Thread(
              () -> {
                try {
                  group.checkpoint();
                } catch (RuntimeException e) {
                  told[0] = e;
                }
              });
      other.start();
      join(other);
      assertThatThrownBy(
              () -> {
                throw told[0];
              })
          .isInstanceOf(CancellationException.class);
    }
  }

  private static WorkGroup group(Workers workers) {
    return new WorkGroup(
        new Trampoline(Runnable::run),
        workers.lanes(1),
        workers,
        action -> () -> {},
        BuildObserver.NONE);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
