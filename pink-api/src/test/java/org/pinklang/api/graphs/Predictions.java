package org.pinklang.api.graphs;

import java.util.HashMap;
import java.util.Map;

/** What the functions of a right graph give. */
final class Predictions {
  private final Map<UnitPlan, Long> each;
  private final Map<Call, Long> known = new HashMap<>();

  /**
   * Predictions.
   *
   * @param each what each unit's function of nothing gives
   */
  Predictions(Map<UnitPlan, Long> each) {
    this.each = Map.copyOf(each);
  }

  private record Call(UnitPlan unit, int depth) {}

  /** What a unit's function of a depth gives. */
  long of(UnitPlan unit, int depth) {
    if (depth < 1) {
      return unit.number;
    }
    Call call = new Call(unit, depth);
    Long before = known.get(call);
    if (before != null) {
      return before;
    }
    long sum = unit.number;
    if (unit.home == unit) {
      sum += each.getOrDefault(unit, 0L);
    }
    for (UnitWriter.Callee callee : UnitWriter.callees(unit)) {
      sum += of(callee.owner(), depth - 1);
    }
    known.put(call, sum);
    return sum;
  }
}
