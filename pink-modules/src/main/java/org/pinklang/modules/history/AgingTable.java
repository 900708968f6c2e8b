package org.pinklang.modules.history;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pinklang.frontend.source.ContentHash;

/** Values by hash, with the last time each was kept or found. Safe for any number of threads. */
final class AgingTable<T> {
  private final Map<ContentHash, Entry<T>> entries = new ConcurrentHashMap<>();
  private final Clock clock;

  AgingTable(Clock clock) {
    this.clock = clock;
  }

  /** Tells the time in builds. */
  interface Clock {

    /** So many builds have ended well. */
    int builds();

    /** So many builds have ended in any way. */
    int attempts();
  }

  /**
   * A value.
   *
   * @param born after how many builds it was first kept
   * @param lastBuild after how many builds it was used last
   * @param lastAttempt after how many attempts it was used last
   */
  private record Entry<T>(T value, int born, int lastBuild, int lastAttempt) {}

  Optional<T> find(ContentHash key) {
    Entry<T> entry = entries.get(key);
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.lastAttempt() != clock.attempts()) {
      entries.replace(key, entry, used(entry.value(), entry.born()));
    }
    return Optional.of(entry.value());
  }

  /** Uses a value, if it is there. */
  void use(ContentHash key) {
    find(key);
  }

  void keep(ContentHash key, T value) {
    entries.merge(key, used(value, clock.builds()), (before, now) -> used(value, before.born()));
  }

  private Entry<T> used(T value, int born) {
    return new Entry<>(value, born, clock.builds(), clock.attempts());
  }

  /** Forgets what was not used since so many builds. */
  void forgetBefore(int build) {
    entries.values().removeIf(entry -> entry.lastBuild() < build);
  }

  /** Forgets what no build that ended well has used, and none since so many attempts. */
  void forgetUnsettledBefore(int attempt) {
    int builds = clock.builds();
    entries.values().removeIf(entry -> entry.born() == builds && entry.lastAttempt() < attempt);
  }

  int size() {
    return entries.size();
  }
}
