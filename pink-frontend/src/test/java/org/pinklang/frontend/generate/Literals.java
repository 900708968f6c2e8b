package org.pinklang.frontend.generate;

import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;

/** Literals of the scalar types, edge values preferred. */
final class Literals {
  private final Choices choices;

  Literals(Choices choices) {
    this.choices = choices;
  }

  /** A literal that has its type, or takes it where the mode says that the type is known. */
  Fragment literal(Scalar type, Mode mode, ModuleDraft module) {
    if (type == Scalar.NIL) {
      return Fragment.postfix("nil");
    }
    if (type == Scalar.BOOLEAN) {
      return Fragment.postfix(choices.chance(50) ? "true" : "false");
    }
    if (type == Scalar.UNSIGNED8 && choices.chance(15)) {
      return Fragment.postfix(choices.oneOf("'a'", "'\\n'", "'\\xff'", "'0'"));
    }
    boolean bare = mode != Mode.FREE || type == Scalar.INTEGER64 || type == Scalar.FLOAT64;
    Fragment number = type.isFloat() ? floating(type) : integer(type);
    return bare ? number : converted(type, number, module);
  }

  private Fragment converted(PinkType type, Fragment number, ModuleDraft module) {
    return Fragment.postfix(module.spell(type) + "(" + number.text() + ")");
  }

  /** A small literal that is not negative, for bounds and counts. */
  Fragment small(int limit) {
    return number(choices.below(limit));
  }

  private Fragment integer(Scalar type) {
    return number(type, edge(type));
  }

  private long edge(Scalar type) {
    long most = type.wrap(type.isSigned() ? ~(-1L << (type.bits() - 1)) : -1L);
    long least = type.isSigned() ? -1L << (type.bits() - 1) : 0;
    return switch (choices.below(12)) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> most;
      case 3 -> least;
      case 4 -> type.wrap(most - 1);
      case 5 -> type.wrap(-1);
      case 6 -> type.wrap(choices.anyLong());
      case 7 -> type.wrap(1L << choices.below(type.bits()));
      default -> choices.below(20);
    };
  }

  private Fragment number(Scalar type, long value) {
    if (!type.isSigned()) {
      return Fragment.of(unsigned(value), Fragment.PREFIX);
    }
    return value < 0 ? Fragment.of(Long.toString(value), Fragment.PREFIX) : number(value);
  }

  private Fragment number(long value) {
    return Fragment.of(unsigned(value), Fragment.PREFIX);
  }

  private String unsigned(long value) {
    return switch (choices.below(20)) {
      case 0 -> "0x" + Long.toHexString(value);
      case 1 -> "0b" + Long.toBinaryString(value);
      case 2 -> "0o" + Long.toOctalString(value);
      case 3 -> separated(Long.toUnsignedString(value));
      default -> Long.toUnsignedString(value);
    };
  }

  private static String separated(String digits) {
    return digits.length() < 2 ? digits : digits.charAt(0) + "_" + digits.substring(1);
  }

  private Fragment floating(Scalar type) {
    String text =
        choices.oneOf("0.0", "1.0", "1.5", "0.1", "3.25", "1e9", "6.02e-23", "123456.789", "2.5e3");
    if (type == Scalar.FLOAT64 && choices.chance(10)) {
      text = "1e300";
    }
    return Fragment.of((choices.chance(25) ? "-" : "") + text, Fragment.PREFIX);
  }
}
