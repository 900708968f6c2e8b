package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunQueueTest {
  private static final int RUNS = 20;

  @Test
  void runsTakeTurnsInTheOrderInWhichTheyCome() throws InterruptedException {
    RunQueue queue = new RunQueue();
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch mayEnd = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      int number = i;
      Thread thread =
          Thread.ofPlatform()
              .start(
                  () ->
                      queue.run(
                          Cancellation.create(),
                          false,
                          own -> {
                            awaitUninterrupted(mayEnd);
                            return order.add(number);
                          }));
      threads.add(thread);
      await().until(() -> thread.getState() == Thread.State.WAITING);
    }
    mayEnd.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(order).isEqualTo(IntStream.range(0, RUNS).boxed().toList());
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
