package org.pinklang.modules.build;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Counts and times the work of one build. Safe for any number of threads. */
final class Meter {
  private final BuildObserver observer;
  private final Map<Phase, LongAdder> units = new EnumMap<>(Phase.class);
  private final Map<Phase, LongAdder> nanos = new EnumMap<>(Phase.class);
  private final LongAdder lowered = new LongAdder();
  private final LongAdder reused = new LongAdder();
  private final LongAdder decoded = new LongAdder();
  private final LongAdder bytesRead = new LongAdder();

  Meter(BuildObserver observer) {
    this.observer = observer;
    for (Phase phase : Phase.values()) {
      units.put(phase, new LongAdder());
      nanos.put(phase, new LongAdder());
    }
  }

  /** Does a piece of work on a unit and takes the time. */
  <T> T measure(Phase phase, String unit, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    took(phase, unit, start);
    return result;
  }

  /** Parses the bodies of a unit whose outline was parsed before; takes the time as of parsing. */
  <T> T measureBodies(String unit, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    long end = System.nanoTime();
    adder(nanos, Phase.PARSE).add(end - start);
    observer.ended(BuildObserver.Activity.PARSE_BODIES, unit, start, end);
    return result;
  }

  /** Lets the observer see something beside the phases. */
  <T> T observe(BuildObserver.Activity activity, String unit, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    observer.ended(activity, unit, start, System.nanoTime());
    return result;
  }

  /** The same for what gives nothing. */
  void observe(BuildObserver.Activity activity, String unit, Runnable work) {
    long start = System.nanoTime();
    work.run();
    observer.ended(activity, unit, start, System.nanoTime());
  }

  /** Takes the time of a piece of work on a unit that has just ended. */
  void took(Phase phase, String unit, long start) {
    took(phase, unit, start, System.nanoTime());
  }

  /** Takes the time of a piece of work on a unit. */
  void took(Phase phase, String unit, long start, long end) {
    adder(nanos, phase).add(end - start);
    observer.ended(phase, unit, start, end);
  }

  /** Counts one of the user's units. */
  void count(Phase phase) {
    adder(units, phase).increment();
  }

  /** Counts one of the user's units that was given an LLVM module. */
  void countLowered() {
    lowered.increment();
  }

  /** Counts one of the user's units whose compiled form is that of an earlier run. */
  void countReused() {
    reused.increment();
  }

  /** Counts a declaration that is decoded from the bytes of a manifest. */
  void countDecoded() {
    decoded.increment();
  }

  void countBytes(long bytes) {
    bytesRead.add(bytes);
  }

  Counters counters() {
    Map<Phase, Long> times = new EnumMap<>(Phase.class);
    nanos.forEach((phase, time) -> times.put(phase, time.sum()));
    return new Counters(
        adder(units, Phase.SCAN).sum(),
        adder(units, Phase.PARSE).sum(),
        adder(units, Phase.OUTLINE).sum(),
        adder(units, Phase.CHECK).sum(),
        lowered.sum(),
        adder(units, Phase.COMPILE).sum(),
        reused.sum(),
        0,
        decoded.sum(),
        bytesRead.sum(),
        times);
  }

  private static LongAdder adder(Map<Phase, LongAdder> adders, Phase phase) {
    LongAdder adder = adders.get(phase);
    if (adder == null) {
      throw new IllegalStateException("no adder for " + phase);
    }
    return adder;
  }
}
