package org.pinklang.codegen;

/** How much is done for the speed or size of the code. */
public enum OptimizationLevel {
  /** Nothing: the fastest to compile. */
  O0,
  /** Little. */
  O1,
  /** What is worth its time. */
  O2,
  /** All that may help speed. */
  O3,
  /** As O2, but nothing that makes the code much larger. */
  OS,
  /** As small as can be. */
  OZ;

  /** Whether passes run over the module. */
  public boolean optimizes() {
    return this != O0;
  }

  /** Whether size counts more than speed. */
  public boolean prefersSize() {
    return this == OS || this == OZ;
  }
}
