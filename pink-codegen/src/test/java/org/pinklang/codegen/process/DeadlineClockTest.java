package org.pinklang.codegen.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlineClockTest {
  private static final Duration LONG = Duration.ofHours(1);

  private static boolean isClockThread(Thread thread) {
    return thread.getName().equals("pink-deadlines");
  }

  @Test
  void noThreadIsLeftWhenAClockIsClosedThatHasHardlyBegun() {
    for (int i = 0; i < 500; i++) {
      DeadlineClock clock = new DeadlineClock();
      clock.after(LONG, () -> {});
      clock.close();
      assertThat(Thread.getAllStackTraces().keySet()).noneMatch(DeadlineClockTest::isClockThread);
    }
  }

  @Test
  void whatIsDueIsDoneAndWhatIsCancelledIsNot() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    try (DeadlineClock clock = new DeadlineClock()) {
      Future<?> cancelled = clock.after(Duration.ofMillis(50), never::countDown);
      cancelled.cancel(false);
      clock.after(Duration.ofMillis(100), done::countDown);
      assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(never.getCount()).isEqualTo(1);
  }
}
