package org.pinklang.modules.build;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a build did, over the user's units only, each unit at most once per counter.
 *
 * @param scanned heads read
 * @param parsed texts parsed in full
 * @param outlined manifests made from text
 * @param checked units whose bodies were checked
 * @param lowered units given an LLVM module
 * @param compiled units for which code was generated
 * @param reused units whose compiled form came from an earlier run
 * @param linked runs of the linker
 * @param decoded declarations decoded from manifests in files
 * @param bytesRead bytes of texts read
 * @param nanosByPhase time spent, summed over threads, standard modules included
 */
public record Counters(
    long scanned,
    long parsed,
    long outlined,
    long checked,
    long lowered,
    long compiled,
    long reused,
    long linked,
    long decoded,
    long bytesRead,
    Map<Phase, Long> nanosByPhase) {

  /** Those of a build that had nothing to do. */
  static Counters reused(long units, long bytesRead) {
    Map<Phase, Long> times = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      times.put(phase, 0L);
    }
    return new Counters(0, 0, 0, 0, 0, 0, units, 0, 0, bytesRead, times);
  }

  /** Copies the map. */
  public Counters {
    nanosByPhase = Map.copyOf(nanosByPhase);
  }
}
