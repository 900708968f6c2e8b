package org.pinklang.api.edits;

import java.util.Map;
import java.util.TreeMap;
import org.pinklang.api.Optimization;
import org.pinklang.api.Output;

/**
 * One build of a sequence.
 *
 * @param texts by path below the source root
 * @param whole whether every file is a source; else the program unit is, and the rest is found
 */
record Step(Output output, Optimization optimization, boolean whole, Map<String, String> texts) {

  /** The program unit of a step whose other units are found. */
  static final String ENTRY = "main.pink";

  /** Copies the texts. */
  Step {
    texts = new TreeMap<>(texts);
  }

  /** Whether anything would be built. */
  boolean isBuildable() {
    return whole ? !texts.isEmpty() : texts.containsKey(ENTRY);
  }

  Step with(Map<String, String> others) {
    return new Step(output, optimization, whole, others);
  }

  /** The line that begins a step in a file. */
  String head() {
    return "//// step " + output + " " + optimization + " " + (whole ? "whole" : "entry");
  }
}
