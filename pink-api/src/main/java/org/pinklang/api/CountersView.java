package org.pinklang.api;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.pinklang.modules.build.Phase;

/** Shows a build's counters to users. */
final class CountersView {

  private CountersView() {}

  /**
   * The counters of a build and of what was linked since.
   *
   * @param linked how often the linker ran, and {@code linkNanos} how long
   */
  static Counters of(
      org.pinklang.modules.build.Counters counters,
      long linked,
      long linkNanos,
      Map<String, Duration> timeInLlvm) {
    Map<String, Duration> times = new LinkedHashMap<>();
    for (Phase phase : Phase.values()) {
      Long nanos = counters.nanosByPhase().get(phase);
      if (nanos != null) {
        long all = phase == Phase.LINK ? nanos + linkNanos : nanos;
        times.put(phase.name().toLowerCase(Locale.ROOT), Duration.ofNanos(all));
      }
    }
    times.putAll(timeInLlvm);
    return new Counters(
        counters.scanned(),
        counters.parsed(),
        counters.outlined(),
        counters.checked(),
        counters.lowered(),
        counters.compiled(),
        counters.reused(),
        counters.linked() + linked,
        counters.decoded(),
        counters.bytesRead(),
        Collections.unmodifiableMap(times));
  }
}
