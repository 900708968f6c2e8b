package org.pinklang.link.load;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The programs whose code is in this process, by the numbers that native code knows them by. */
final class LoadedPrograms {
  private final AtomicLong lastNumber = new AtomicLong();
  private final Map<Long, LoadedCode> programs = new ConcurrentHashMap<>();

  long nextNumber() {
    return lastNumber.incrementAndGet();
  }

  void add(long number, LoadedCode code) {
    programs.put(number, code);
  }

  /** A program; null if it has been freed. */
  @Nullable LoadedCode find(long number) {
    return programs.get(number);
  }

  void remove(long number) {
    programs.remove(number);
  }

  /** All of them, in no particular order. */
  Collection<LoadedCode> all() {
    return Collections.unmodifiableCollection(programs.values());
  }
}
