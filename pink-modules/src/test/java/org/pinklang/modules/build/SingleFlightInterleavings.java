package org.pinklang.modules.build;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** Asking is linearizable: as if each key were worked out at one moment, once. */
@Param(name = "key", gen = IntGen.class, conf = "1:2")
public class SingleFlightInterleavings {
  private final int[] starts = new int[3];
  private final SingleFlight<Integer, Integer> flights =
      new SingleFlight<>((key, answer) -> answer.complete(++starts[key]));

  /** How often the work for a key had been started when its answer was made. */
  @Operation
  public int ask(@Param(name = "key") int key) {
    return flights.ask(key).join();
  }

  @Operation
  public boolean givesEveryoneTheSame(@Param(name = "key") int key) {
    return flights.ask(key) == flights.ask(key);
  }

  @Test
  void inEveryInterleavingEachKeyIsWorkedOutOnce() {
    new ModelCheckingOptions()
        .iterations(5)
        .invocationsPerIteration(100)
        .threads(2)
        .actorsPerThread(2)
        .check(getClass());
  }

  @Test
  void underStressEachKeyIsWorkedOutOnce() {
    new StressOptions()
        .iterations(5)
        .invocationsPerIteration(100)
        .threads(2)
        .actorsPerThread(2)
        .check(getClass());
  }
}
