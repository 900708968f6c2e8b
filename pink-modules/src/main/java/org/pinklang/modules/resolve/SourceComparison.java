package org.pinklang.modules.resolve;

/** How a manifest relates to the source in its unit's place. */
public enum SourceComparison {
  /** It was made from that text. */
  SAME,
  /** It was made from another text. */
  DIFFERENT,
  /** There is no source, or it cannot be read. */
  MISSING
}
