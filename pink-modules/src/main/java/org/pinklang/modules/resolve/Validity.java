package org.pinklang.modules.resolve;

/** When a manifest from a file is believed to say what its source says. */
public enum Validity {
  /**
   * Always; the source is looked at only to be compiled where an object is wanted and there is
   * none.
   */
  IGNORE,
  /** When the source, where it can be found, is the text the manifest was made from. */
  CONTENT,
  /** When the source is there and is the text the manifest was made from. */
  STRICT
}
