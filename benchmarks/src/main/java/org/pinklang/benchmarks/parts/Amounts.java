package org.pinklang.benchmarks.parts;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How much was worked through, which JMH tells by the second. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Amounts {
  /** Lines of text. */
  public long lines;

  /** Bytes of text. */
  public long bytes;

  /** Nothing yet. */
  @Setup(Level.Iteration)
  public void clear() {
    lines = 0;
    bytes = 0;
  }

  void add(ProgramUnits units) {
    lines += units.lines();
    bytes += units.bytes();
  }
}
