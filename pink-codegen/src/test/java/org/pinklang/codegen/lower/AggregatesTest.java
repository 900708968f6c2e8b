package org.pinklang.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pinklang.codegen.testing.Trees.INTEGER;
import static org.pinklang.codegen.testing.Trees.arrayOf;
import static org.pinklang.codegen.testing.Trees.assign;
import static org.pinklang.codegen.testing.Trees.binary;
import static org.pinklang.codegen.testing.Trees.bind;
import static org.pinklang.codegen.testing.Trees.element;
import static org.pinklang.codegen.testing.Trees.field;
import static org.pinklang.codegen.testing.Trees.integer;
import static org.pinklang.codegen.testing.Trees.number;
import static org.pinklang.codegen.testing.Trees.pointer;
import static org.pinklang.codegen.testing.Trees.read;
import static org.pinklang.codegen.testing.Trees.tupleOf;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinklang.codegen.testing.Probe;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.ConstantValue.AddressConstant;
import org.pinklang.frontend.typed.ConstantValue.AggregateConstant;
import org.pinklang.frontend.typed.ConstantValue.IntegerConstant;
import org.pinklang.frontend.typed.ConstantValue.RepeatedConstant;
import org.pinklang.frontend.typed.ConstantValue.SliceConstant;
import org.pinklang.frontend.typed.ConstantValue.StringAddressConstant;
import org.pinklang.frontend.typed.Linkage;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.GlobalPlace;
import org.pinklang.frontend.typed.TypedExpression.Match;
import org.pinklang.frontend.typed.TypedExpression.MatchArm;
import org.pinklang.frontend.typed.TypedExpression.RepeatedArrayValue;
import org.pinklang.frontend.typed.TypedExpression.TupleValue;
import org.pinklang.frontend.typed.TypedExpression.UnionValue;

class AggregatesTest {

  @Test
  void equalityLooksAtElementsAndNotAtPadding() {
    Probe probe = new Probe();
    PinkType.Tuple type = tupleOf(Scalar.UNSIGNED8, INTEGER);
    Local first = probe.local(type);
    Local second = probe.local(type);
    probe.then(
        bind(first, pair(type, 1, 2)),
        bind(second, pair(type, 1, 2)),
        // A byte past the first field is padding.
        assign(paddingOf(first), integer(Scalar.UNSIGNED8, 77)));
    probe.outConverted(binary(BinaryOperator.EQUAL, read(first), read(second)));
    probe.then(assign(field(read(second), 1, INTEGER), integer(3)));
    probe.outConverted(binary(BinaryOperator.EQUAL, read(first), read(second)));
    probe.outConverted(binary(BinaryOperator.NOT_EQUAL, read(first), read(second)));
    assertThat(probe.words()).containsExactly(1L, 0L, 1L);
  }

  private static TupleValue pair(PinkType.Tuple type, long first, long second) {
    return new TupleValue(type, List.of(integer(Scalar.UNSIGNED8, first), integer(second)), 0);
  }

  private static TypedExpression paddingOf(Local local) {
    PinkType.Array bytes = arrayOf(Scalar.UNSIGNED8, 16);
    TypedExpression address = new TypedExpression.AddressOf(read(local), pointer(local.type()), 0);
    TypedExpression cast = new TypedExpression.PointerCast(address, pointer(bytes), 0);
    return element(new TypedExpression.Dereference(cast, bytes, 0), integer(3));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4, 5, 1000})
  void arraysOfAnyLengthAreCompared(long length) {
    Probe probe = new Probe();
    PinkType.Array type = arrayOf(Scalar.FLOAT64, length);
    Local first = probe.local(type);
    Local second = probe.local(type);
    probe.then(
        bind(first, new RepeatedArrayValue(type, number(1.5), 0)),
        bind(second, new RepeatedArrayValue(type, number(1.5), 0)));
    probe.outConverted(binary(BinaryOperator.EQUAL, read(first), read(second)));
    if (length > 0) {
      probe.then(assign(element(read(second), integer(length - 1)), number(Double.NaN)));
    }
    probe.outConverted(binary(BinaryOperator.EQUAL, read(second), read(second)));
    assertThat(probe.words()).containsExactly(1L, length > 0 ? 0L : 1L);
  }

  @Test
  void theElementOfARepeatedArrayIsEvaluatedOnceAlsoForNone() {
    for (long length : new long[] {0, 3}) {
      Probe probe = new Probe();
      Local count = probe.local(INTEGER);
      Local array = probe.local(arrayOf(INTEGER, length));
      TypedExpression next =
          assign(read(count), binary(BinaryOperator.ADD, read(count), integer(1)));
      probe.then(
          bind(count, integer(0)),
          bind(array, new RepeatedArrayValue(arrayOf(INTEGER, length), next, 0)));
      probe.out(read(count));
      assertThat(probe.words()).containsExactly(1L);
    }
  }

  @Test
  void repeatedAggregatesAreCopiesOfTheFirst() {
    Probe probe = new Probe();
    PinkType.Tuple type = tupleOf(Scalar.UNSIGNED8, INTEGER);
    Local array = probe.local(arrayOf(type, 100));
    probe.then(bind(array, new RepeatedArrayValue(arrayOf(type, 100), pair(type, 3, 4), 0)));
    probe.out(field(element(read(array), integer(99)), 1, INTEGER));
    assertThat(probe.words()).containsExactly(4L);
  }

  @Test
  void matchBindsACopyOfThePayload() {
    Probe probe = new Probe();
    PinkType.Nominal shape = probe.unit().union("Shape", null, INTEGER, tupleOf(INTEGER, INTEGER));
    Local subject = probe.local(shape);
    Local bound = probe.local(INTEGER);
    Local both = probe.local(tupleOf(INTEGER, INTEGER));
    probe.then(bind(subject, new UnionValue(shape, 1, integer(41), 0)));
    TypedExpression change = assign(read(subject), new UnionValue(shape, 0, null, 0));
    TypedExpression body =
        new TypedExpression.Block(
            List.of(change, binary(BinaryOperator.ADD, read(bound), integer(1))), INTEGER, 0);
    List<MatchArm> arms =
        List.of(
            new MatchArm(0, null, integer(-1)),
            new MatchArm(1, bound, body),
            new MatchArm(2, both, field(read(both), 1, INTEGER)));
    probe.out(new Match(read(subject), arms, null, INTEGER, 0));
    probe.out(new Match(read(subject), arms, null, INTEGER, 0));
    TypedExpression two =
        new UnionValue(
            shape,
            2,
            new TupleValue(tupleOf(INTEGER, INTEGER), List.of(integer(5), integer(6)), 0),
            0);
    probe.out(new Match(two, arms, null, INTEGER, 0));
    probe.out(new Match(two, arms.subList(0, 2), integer(8), INTEGER, 0));
    assertThat(probe.words()).containsExactly(42L, -1L, 6L, 8L);
  }

  @Test
  void globalsHoldAddressesOfEachOtherAndOfThemselves() {
    Probe probe = new Probe();
    PinkType.Pointer toInteger = pointer(INTEGER);
    PinkType.Tuple type = tupleOf(Scalar.UNSIGNED8, toInteger, INTEGER);
    SymbolId self = SymbolId.of("", "self");
    AggregateConstant value =
        new AggregateConstant(
            type,
            List.of(
                new IntegerConstant(Scalar.UNSIGNED8, 1),
                new AddressConstant(toInteger, self, type, List.of(2L)),
                new IntegerConstant(INTEGER, 99)));
    probe.unit().global("self", false, value);
    GlobalPlace global = new GlobalPlace(self, type, false, Linkage.INTERNAL, 0);
    TypedExpression pointer = field(global, 1, toInteger);
    probe.out(new TypedExpression.Dereference(pointer, INTEGER, 0));
    probe.then(assign(new TypedExpression.Dereference(pointer, INTEGER, 0), integer(7)));
    probe.out(field(global, 2, INTEGER));
    assertThat(probe.words()).containsExactly(99L, 7L);
  }

  @Test
  void largeConstantsTakeNoRoomForTheirZeros() {
    Probe probe = new Probe();
    PinkType.Array zeros = arrayOf(INTEGER, 1L << 33);
    PinkType.Tuple type = tupleOf(INTEGER, zeros, INTEGER);
    AggregateConstant value =
        new AggregateConstant(
            type,
            List.of(
                new IntegerConstant(INTEGER, 1),
                new RepeatedConstant(zeros, new IntegerConstant(INTEGER, 0)),
                new IntegerConstant(INTEGER, 0)));
    probe.unit().global("large", false, value);
    assertThat(new String(Modules.text(probe.built())))
        .contains("zeroinitializer")
        .hasSizeLessThan(5_000);
  }

  @Test
  void constantsOfEveryKindAreReadWhereTheyAreUsed() {
    Probe probe = new Probe();
    PinkType.Slice text = PinkType.Slice.OF_BYTES;
    ConstantValue slice =
        new SliceConstant(
            text, new StringAddressConstant(pointer(Scalar.UNSIGNED8), "hello", 1), 3);
    List<ConstantValue> numbers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      numbers.add(new IntegerConstant(Scalar.INTEGER16, i - 6));
    }
    PinkType.Array table = arrayOf(Scalar.INTEGER16, 12);
    TypedExpression array = new TypedExpression.Constant(new AggregateConstant(table, numbers), 0);
    Local index = probe.local(INTEGER);
    probe.then(bind(index, integer(2)));
    probe.outConverted(element(new TypedExpression.Constant(slice, 0), read(index)));
    probe.outConverted(element(array, read(index)));
    assertThat(probe.words()).containsExactly((long) 'l', -4L);
  }
}
