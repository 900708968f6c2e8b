package org.pinklang.frontend.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.PanicReason;

class IntegerArithmeticTest {
  private static final Scalar[] INTEGERS = {
    Scalar.INTEGER8, Scalar.INTEGER16, Scalar.INTEGER32, Scalar.INTEGER64,
    Scalar.UNSIGNED8, Scalar.UNSIGNED16, Scalar.UNSIGNED32, Scalar.UNSIGNED64
  };

  @Property(tries = 300)
  void resultsAreThoseOfUnboundedIntegersWrapped(@ForAll long a, @ForAll long b) {
    for (Scalar type : INTEGERS) {
      long left = type.wrap(a);
      long right = type.wrap(b);
      for (BinaryOperator operator :
          new BinaryOperator[] {
            BinaryOperator.ADD,
            BinaryOperator.SUBTRACT,
            BinaryOperator.MULTIPLY,
            BinaryOperator.DIVIDE,
            BinaryOperator.REMAINDER
          }) {
        if (IntegerArithmetic.panic(operator, type, left, right) == null) {
          assertThat(IntegerArithmetic.apply(operator, type, left, right))
              .isEqualTo(type.wrap(exact(operator, big(type, left), big(type, right)).longValue()));
        }
      }
    }
  }

  private static BigInteger big(Scalar type, long value) {
    return type.isSigned()
        ? BigInteger.valueOf(value)
        : new BigInteger(Long.toUnsignedString(value));
  }

  private static BigInteger exact(BinaryOperator operator, BigInteger left, BigInteger right) {
    return switch (operator) {
      case ADD -> left.add(right);
      case SUBTRACT -> left.subtract(right);
      case MULTIPLY -> left.multiply(right);
      case DIVIDE -> left.divide(right);
      default -> left.remainder(right);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "DIVIDE, INTEGER8, -128, -1, DIVISION_OVERFLOW",
    "REMAINDER, INTEGER64, -9223372036854775808, -1, DIVISION_OVERFLOW",
    "DIVIDE, INTEGER16, -128, -1,",
    "DIVIDE, UNSIGNED64, -9223372036854775808, -1,",
    "REMAINDER, UNSIGNED8, 1, 0, DIVISION_BY_ZERO",
    "SHIFT_LEFT, UNSIGNED8, 1, 8, SHIFT_OUT_OF_RANGE",
    "SHIFT_LEFT, UNSIGNED8, 1, 7,",
    "SHIFT_RIGHT, INTEGER64, 1, -1, SHIFT_OUT_OF_RANGE",
    "SHIFT_RIGHT, INTEGER64, 1, 63,",
  })
  void panics(BinaryOperator operator, Scalar type, long left, long right, PanicReason expected) {
    assertThat(IntegerArithmetic.panic(operator, type, left, right)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "SHIFT_LEFT, INTEGER8, 1, 7, -128",
    "SHIFT_RIGHT, INTEGER8, -128, 7, -1",
    "SHIFT_RIGHT, UNSIGNED8, 128, 7, 1",
    "SHIFT_RIGHT, UNSIGNED64, -1, 63, 1",
  })
  void shiftsToTheRightAreArithmeticForSignedTypes(
      BinaryOperator operator, Scalar type, long left, long right, long expected) {
    assertThat(IntegerArithmetic.apply(operator, type, left, right)).isEqualTo(expected);
  }
}
