package org.pinklang.frontend.typed;

import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** The messages of panics about indices and bounds, which tell the values. */
public final class RangePanics {

  private RangePanics() {}

  /**
   * An index that is negative or not below the length.
   *
   * @param type the index's own type
   */
  public static String index(PinkType type, long index, long length) {
    return "index " + number(type, index) + " out of range for length " + length;
  }

  /** Bounds of a slice that are negative, reversed or past the length. */
  public static String slice(PinkType fromType, long from, PinkType toType, long to, long length) {
    String bounds = number(fromType, from) + ".." + number(toType, to);
    return "slice " + bounds + " out of range for length " + length;
  }

  private static String number(PinkType type, long value) {
    return type == Scalar.UNSIGNED64 ? Long.toUnsignedString(value) : Long.toString(value);
  }
}
