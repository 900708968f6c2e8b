package org.pinklang.benchmarks.builds;

import java.util.Map;

/** Writes the generated program in a language. */
interface Language {

  /** Every file of the program by its name. */
  Map<String, String> files(GeneratedProgram program);

  /**
   * The files that an edit changes.
   *
   * @param round makes the edit another one than that of the last round
   */
  Map<String, String> edited(GeneratedProgram program, Edit edit, int round);
}
