package org.pinklang.frontend.generate;

import org.pinklang.frontend.type.PinkType;

/**
 * A variable or a part of one, as it is written.
 *
 * @param depth of the variable it is in, as {@link Variable#depth}
 */
record Path(String text, PinkType type, boolean assignable, boolean addressable, int depth) {

  static Path of(Variable variable) {
    return new Path(
        variable.text(),
        variable.type(),
        variable.assignable(),
        variable.addressable(),
        variable.depth());
  }

  /** A part of it that is where it is. */
  Path part(String suffix, PinkType partType) {
    return new Path(text + suffix, partType, assignable, addressable, depth);
  }

  /** Something it leads to that may be written whatever it is itself. */
  Path target(String written, PinkType targetType) {
    return new Path(written, targetType, true, true, depth);
  }

  Fragment fragment() {
    return Fragment.postfix(text);
  }
}
