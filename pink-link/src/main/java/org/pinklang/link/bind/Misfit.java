package org.pinklang.link.bind;

import org.pinklang.frontend.type.PinkType;

/** Exceptions about Java types and values that do not fit Pink types. */
final class Misfit {
  private Misfit() {}

  static IllegalArgumentException type(Class<?> java, PinkType type, String fitting) {
    return new IllegalArgumentException(
        "the Java type %s does not fit `%s`; what fits is %s"
            .formatted(java.getTypeName(), type.display(), fitting));
  }

  static IllegalArgumentException value(Object value, PinkType type) {
    return new IllegalArgumentException(
        "%s (%s) is no value of `%s`"
            .formatted(value, value.getClass().getSimpleName(), type.display()));
  }

  static IllegalArgumentException nil(PinkType type) {
    return new IllegalArgumentException("null is no value of `%s`".formatted(type.display()));
  }
}
