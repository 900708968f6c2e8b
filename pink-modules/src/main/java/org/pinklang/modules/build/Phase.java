package org.pinklang.modules.build;

/** What is done to one unit, in order. */
public enum Phase {
  /** Reading the text and scanning its head. */
  SCAN,
  /** Parsing the text in full. */
  PARSE,
  /** Making the manifest. */
  OUTLINE,
  /** Checking the bodies. */
  CHECK,
  /** Lowering; counts units given an LLVM module. */
  LOWER,
  /** Lowering, optimising and emitting; counts units for which code was generated. */
  COMPILE,
  /** Taking a compiled form from an earlier run. */
  REUSE,
  /** Linking. */
  LINK
}
