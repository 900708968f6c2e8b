package org.pinklang.modules.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The time as stamps of entries have it: in microseconds since 1970. */
record StoreClock(InstantSource source) {
  private static final long HOUR = ChronoUnit.HOURS.getDuration().toNanos() / 1_000;

  /** A clock that is further ahead than this is wrong. */
  private static final long AHEAD = 24 * HOUR;

  long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, source.instant());
  }

  /** Whether a use at this time is worth to be noted where the last one known was at a stamp. */
  static boolean isWorthNoting(long now, long stamp) {
    return Math.abs(now - stamp) > HOUR;
  }

  /** When something was used that has a stamp; long ago where that cannot be right. */
  static long believed(long now, long stamp) {
    return stamp > now + AHEAD ? Long.MIN_VALUE : stamp;
  }
}
