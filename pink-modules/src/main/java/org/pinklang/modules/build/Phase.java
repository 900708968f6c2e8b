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
  /** Lowering, optimising and emitting. */
  COMPILE,
  /** Linking. */
  LINK
}
