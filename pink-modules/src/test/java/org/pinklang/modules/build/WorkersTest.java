package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private static final int ROUNDS = 200;

  /** The threads that were used, and all of them have begun. */
  private static Set<Thread> useThreads(Workers workers, int count) throws InterruptedException {
    Set<Thread> used = ConcurrentHashMap.newKeySet();
    CountDownLatch begun = new CountDownLatch(count);
    Lanes lanes = workers.lanes(count);
    for (int i = 0; i < count; i++) {
      lanes.execute(
          () -> {
            used.add(Thread.currentThread());
            begun.countDown();
          });
    }
    begun.await();
    return used;
  }

  @Test
  void noThreadOutlivesClosing() throws InterruptedException {
    for (int i = 0; i < ROUNDS; i++) {
      Workers workers = new Workers();
      Set<Thread> used = useThreads(workers, 2);
      workers.close();
      assertThat(used).noneMatch(Thread::isAlive);
    }
  }

  @Test
  void noThreadOutlivesClosingByAThreadThatIsInterrupted() throws InterruptedException {
    for (int i = 0; i < ROUNDS; i++) {
      Workers workers = new Workers();
      Set<Thread> used = useThreads(workers, 2);
      Thread.currentThread().interrupt();
      workers.close();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(used).noneMatch(Thread::isAlive);
    }
  }
}
