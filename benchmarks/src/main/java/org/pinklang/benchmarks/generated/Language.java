package org.pinklang.benchmarks.generated;

import java.util.Map;

/** Writes generated programs in a language. */
public interface Language {

  /** Whether programs of a shape can be written in it. */
  default boolean has(Shape shape) {
    return shape != Shape.STRUCTS;
  }

  /** Every file of a program by its name. */
  Map<String, String> files(GeneratedProgram program);

  /**
   * The files that an edit changes.
   *
   * @param round makes the edit another one than that of the last round
   */
  Map<String, String> edited(GeneratedProgram program, Edit edit, int round);
}
