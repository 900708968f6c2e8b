package org.pinklang.frontend.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.ConstantValue.BooleanConstant;
import org.pinklang.frontend.typed.ConstantValue.FloatConstant;
import org.pinklang.frontend.typed.ConstantValue.IntegerConstant;

class ScalarConversionTest {

  @ParameterizedTest
  @CsvSource({
    "INTEGER64, 300, UNSIGNED8, 44",
    "INTEGER64, -1, UNSIGNED8, 255",
    "INTEGER64, 200, INTEGER8, -56",
    "INTEGER8, -1, UNSIGNED64, -1",
    "UNSIGNED8, 255, INTEGER64, 255",
    "UNSIGNED32, 4294967295, INTEGER32, -1",
    "INTEGER32, -2147483648, UNSIGNED64, -2147483648",
  })
  void integersWrapToNarrowerAndExtendBySign(Scalar from, long value, Scalar to, long expected) {
    assertThat(ScalarConversion.convert(new IntegerConstant(from, value), to))
        .isEqualTo(new IntegerConstant(to, expected));
  }

  @ParameterizedTest
  @CsvSource({
    "1.9, INTEGER64, 1",
    "-1.9, INTEGER64, -1",
    "-1.9, UNSIGNED8, 0",
    "300.5, UNSIGNED8, 255",
    "-200, INTEGER8, -128",
    "200, INTEGER8, 127",
    "NaN, INTEGER16, 0",
    "NaN, UNSIGNED64, 0",
    "1e300, INTEGER64, 9223372036854775807",
    "-1e300, INTEGER64, -9223372036854775808",
    "9223372036854775808, UNSIGNED64, -9223372036854775808",
    "18446744073709549568, UNSIGNED64, -2048",
    "1e300, UNSIGNED64, -1",
    "4294967295.5, UNSIGNED32, 4294967295",
    "-0.5, UNSIGNED32, 0",
    "Infinity, INTEGER32, 2147483647",
    "-Infinity, UNSIGNED64, 0",
  })
  void floatsTruncateAndSaturate(double value, Scalar to, long expected) {
    assertThat(ScalarConversion.convert(new FloatConstant(Scalar.FLOAT64, value), to))
        .isEqualTo(new IntegerConstant(to, expected));
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER64, -3, FLOAT64, -3.0",
    "UNSIGNED64, -1, FLOAT64, 18446744073709551616.0",
    "UNSIGNED64, -1025, FLOAT64, 18446744073709549568.0",
    "UNSIGNED64, -1023, FLOAT64, 18446744073709551616.0",
    "UNSIGNED64, -1, FLOAT32, 18446744073709551616.0",
    "INTEGER64, 16777217, FLOAT32, 16777216.0",
    "INTEGER64, 9007199254740993, FLOAT64, 9007199254740992.0",
    "INTEGER64, 9223371761976868863, FLOAT32, 9223371487098961920.0",
  })
  void integersRoundOnceToTheNearestFloat(Scalar from, long value, Scalar to, double expected) {
    assertThat(ScalarConversion.convert(new IntegerConstant(from, value), to))
        .isEqualTo(new FloatConstant(to, expected));
  }

  @Test
  void booleansAreZeroOrOne() {
    ConstantValue yes = new BooleanConstant(true);
    assertThat(ScalarConversion.convert(yes, Scalar.UNSIGNED8))
        .isEqualTo(new IntegerConstant(Scalar.UNSIGNED8, 1));
    assertThat(ScalarConversion.convert(new BooleanConstant(false), Scalar.INTEGER64))
        .isEqualTo(new IntegerConstant(Scalar.INTEGER64, 0));
    assertThat(ScalarConversion.convert(yes, Scalar.BOOLEAN)).isEqualTo(yes);
  }

  @Test
  void doubleToSingleRounds() {
    assertThat(ScalarConversion.convert(new FloatConstant(Scalar.FLOAT64, 0.1), Scalar.FLOAT32))
        .isEqualTo(new FloatConstant(Scalar.FLOAT32, 0.1f));
  }
}
