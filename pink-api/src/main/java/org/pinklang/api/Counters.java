package org.pinklang.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a run did, over the user's units only, each unit at most once per counter.
 *
 * @param scanned heads read
 * @param parsed texts parsed in full
 * @param outlined manifests made from text
 * @param checked units whose bodies were checked
 * @param lowered units given an LLVM module
 * @param compiled units for which LLVM generated code
 * @param reused units whose object came from an earlier run
 * @param linked runs of the linker
 * @param decoded declarations decoded from manifests in files
 * @param bytesRead bytes of texts read
 * @param timeByPhase time spent in each phase, summed over threads, in the order of the phases;
 *     then, as {@code llvm build}, {@code llvm optimize} and {@code llvm emit}, what of compiling
 *     was inside LLVM in this process
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
    Map<String, Duration> timeByPhase) {

  /** The counts by the names that {@link #toText} calls them, in its order. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("scanned", scanned);
    counts.put("parsed", parsed);
    counts.put("outlined", outlined);
    counts.put("checked", checked);
    counts.put("lowered", lowered);
    counts.put("compiled", compiled);
    counts.put("reused", reused);
    counts.put("linked", linked);
    counts.put("decoded", decoded);
    counts.put("bytes read", bytesRead);
    return counts;
  }

  /** One {@code name: value} a line; times in milliseconds. */
  public String toText() {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    counts().forEach((name, count) -> lines.add(name + ": " + count));
    timeByPhase.forEach((phase, time) -> lines.add("time " + phase + " ms: " + time.toMillis()));
    return lines.toString();
  }
}
