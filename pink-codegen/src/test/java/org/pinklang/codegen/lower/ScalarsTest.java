package org.pinklang.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pinklang.codegen.testing.Trees.binary;
import static org.pinklang.codegen.testing.Trees.bind;
import static org.pinklang.codegen.testing.Trees.integer;
import static org.pinklang.codegen.testing.Trees.number;
import static org.pinklang.codegen.testing.Trees.read;
import static org.pinklang.codegen.testing.Trees.truth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinklang.codegen.testing.Probe;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

class ScalarsTest {

  /** A value that the optimiser cannot see through at -O0 and folds at -O2. */
  private static TypedExpression variable(Probe probe, TypedExpression value) {
    Local local = probe.local(value.type());
    probe.then(bind(local, value));
    return read(local);
  }

  private static TypedExpression operate(
      Probe probe, BinaryOperator operator, Scalar type, long left, long right) {
    return binary(
        operator, variable(probe, integer(type, left)), variable(probe, integer(type, right)), 13);
  }

  @ParameterizedTest
  @CsvSource({
    "ADD, INTEGER8, 127, 1, -128",
    "SUBTRACT, UNSIGNED8, 0, 1, 255",
    "MULTIPLY, INTEGER16, 300, 300, 24464",
    "DIVIDE, INTEGER64, -7, 2, -3",
    "REMAINDER, INTEGER64, -7, 2, -1",
    "DIVIDE, UNSIGNED8, 255, 16, 15",
    "REMAINDER, UNSIGNED32, 4294967295, 10, 5",
    "AND_BITS, UNSIGNED16, 65535, 255, 255",
    "XOR_BITS, INTEGER32, -1, 1, -2",
    "SHIFT_LEFT, INTEGER8, 1, 7, -128",
    "SHIFT_RIGHT, INTEGER8, -128, 7, -1",
    "SHIFT_RIGHT, UNSIGNED8, 128, 7, 1",
    "ADD, INTEGER64, 9223372036854775807, 1, -9223372036854775808"
  })
  void integersWrapAndDivideTowardsZero(
      BinaryOperator operator, Scalar type, long left, long right, long expected) {
    Probe probe = new Probe();
    probe.outConverted(operate(probe, operator, type, left, right));
    assertThat(probe.words()).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "DIVIDE, INTEGER64, 1, 0, division by zero",
    "REMAINDER, UNSIGNED8, 1, 0, division by zero",
    "DIVIDE, INTEGER8, -128, -1, division overflow",
    "REMAINDER, INTEGER64, -9223372036854775808, -1, division overflow",
    "SHIFT_LEFT, INTEGER8, 1, 8, shift count out of range",
    "SHIFT_RIGHT, INTEGER64, 1, -1, shift count out of range",
    "SHIFT_LEFT, UNSIGNED64, 1, 64, shift count out of range"
  })
  void whatHasNoResultPanicsAtItsPosition(
      BinaryOperator operator, Scalar type, long left, long right, String message) {
    Probe probe = new Probe();
    probe.outConverted(operate(probe, operator, type, left, right));
    assertThat(probe.run().panic()).isEqualTo(message + " at 2:3");
  }

  @Test
  void shiftCountsMayHaveAnyIntegerType() {
    Probe probe = new Probe();
    TypedExpression one = variable(probe, integer(1));
    TypedExpression six = variable(probe, integer(Scalar.INTEGER8, 6));
    TypedExpression many = variable(probe, integer(Scalar.UNSIGNED64, 3));
    TypedExpression small = variable(probe, integer(Scalar.UNSIGNED8, 1));
    probe.out(binary(BinaryOperator.SHIFT_LEFT, one, six));
    probe.outConverted(binary(BinaryOperator.SHIFT_LEFT, small, many));
    assertThat(probe.words()).containsExactly(64L, 8L);
  }

  @ParameterizedTest
  @CsvSource({
    "1.9, INTEGER64, 1",
    "-1.9, INTEGER64, -1",
    "1e300, INTEGER64, 9223372036854775807",
    "-1e300, INTEGER64, -9223372036854775808",
    "NaN, INTEGER64, 0",
    "NaN, UNSIGNED8, 0",
    "300, UNSIGNED8, 255",
    "-5, UNSIGNED8, 0",
    "-0.5, UNSIGNED32, 0",
    "-200, INTEGER8, -128",
    "127.9, INTEGER8, 127",
    "4294967296, UNSIGNED32, 4294967295",
    "2147483648, INTEGER32, 2147483647",
    "1e30, UNSIGNED64, -1",
    "9223372036854775808, UNSIGNED64, -9223372036854775808",
    "-1, UNSIGNED64, 0"
  })
  void floatsSaturateToIntegers(double value, Scalar type, long expected) {
    Probe probe = new Probe();
    TypedExpression wide = variable(probe, number(value));
    probe.outConverted(new TypedExpression.Convert(wide, type, 0));
    TypedExpression narrow = variable(probe, number(Scalar.FLOAT32, (float) value));
    probe.outConverted(new TypedExpression.Convert(narrow, type, 0));
    assertThat(probe.words().get(0)).isEqualTo(expected);
    long narrowExpected =
        (float) value == value || Double.isNaN(value) ? expected : saturate((float) value, type);
    assertThat(probe.words().get(1)).isEqualTo(narrowExpected);
  }

  private static long saturate(float value, Scalar type) {
    double lowest = type.isSigned() ? -Math.scalb(1.0, type.bits() - 1) : 0;
    double highest = Math.scalb(1.0, type.isSigned() ? type.bits() - 1 : type.bits());
    return value >= highest
        ? type.isSigned() ? (1L << type.bits() - 1) - 1 : type.wrap(-1)
        : value < lowest ? (long) lowest : (long) value;
  }

  @ParameterizedTest
  @EnumSource(
      value = Scalar.class,
      names = {"NIL", "BOOLEAN", "FLOAT32", "FLOAT64"},
      mode = EnumSource.Mode.EXCLUDE)
  void integersConvertToFloatsAndWrapToOthers(Scalar type) {
    long value = type.wrap(-3);
    Probe probe = new Probe();
    TypedExpression integer = variable(probe, integer(type, value));
    TypedExpression asFloat = new TypedExpression.Convert(integer, Scalar.FLOAT64, 0);
    double expected = type.isSigned() ? -3 : type.bits() == 64 ? 0x1p64 : value;
    Local result = probe.local(Scalar.BOOLEAN);
    probe.then(bind(result, binary(BinaryOperator.EQUAL, asFloat, number(expected))));
    probe.outConverted(read(result));
    probe.outConverted(new TypedExpression.Convert(integer, Scalar.INTEGER8, 0));
    assertThat(probe.words()).containsExactly(1L, -3L);
  }

  @Test
  void nanIsEqualToNothingAndOrderedWithNothing() {
    Probe probe = new Probe();
    TypedExpression nan = variable(probe, number(Double.NaN));
    for (BinaryOperator operator : BinaryOperator.values()) {
      if (operator.isComparison()) {
        probe.outConverted(binary(operator, nan, nan));
      }
    }
    assertThat(probe.words()).containsExactly(0L, 1L, 0L, 0L, 0L, 0L);
  }

  @Test
  void booleansCombineWithoutShortCircuit() {
    Probe probe = new Probe();
    TypedExpression yes = variable(probe, truth(true));
    TypedExpression no = variable(probe, truth(false));
    probe.outConverted(binary(BinaryOperator.AND_BITS, yes, no));
    probe.outConverted(
        new TypedExpression.Binary(BinaryOperator.OR_BITS, yes, no, Scalar.BOOLEAN, 0));
    probe.outConverted(
        new TypedExpression.Binary(BinaryOperator.XOR_BITS, yes, yes, Scalar.BOOLEAN, 0));
    probe.outConverted(new TypedExpression.Complement(no, 0));
    assertThat(probe.words()).containsExactly(0L, 1L, 0L, 1L);
  }

  @Test
  void unaryMinusWrapsAndKeepsTheSignOfZero() {
    Probe probe = new Probe();
    TypedExpression lowest = variable(probe, integer(Long.MIN_VALUE));
    probe.out(new TypedExpression.Negate(lowest, 0));
    TypedExpression zero = variable(probe, number(0.0));
    TypedExpression inverse =
        binary(BinaryOperator.DIVIDE, number(1), new TypedExpression.Negate(zero, 0));
    probe.outConverted(inverse);
    assertThat(probe.words()).containsExactly(Long.MIN_VALUE, Long.MIN_VALUE);
  }

  @Test
  void aNilPointerPanicsWhereItIsUnwrapped() {
    Probe probe = new Probe();
    PinkType.Pointer nullable = new PinkType.Pointer(Scalar.INTEGER64, true);
    PinkType.Pointer plain = new PinkType.Pointer(Scalar.INTEGER64, false);
    var nil =
        new TypedExpression.Constant(
            new org.pinklang.frontend.typed.ConstantValue.NullConstant(nullable), 0);
    TypedExpression pointer = variable(probe, nil);
    probe.out(
        new TypedExpression.Dereference(
            new TypedExpression.Unwrap(pointer, plain, 15), Scalar.INTEGER64, 15));
    assertThat(probe.run().panic()).isEqualTo("pointer is nil at 2:5");
  }
}
