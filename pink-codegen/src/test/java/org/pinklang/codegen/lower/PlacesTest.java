package org.pinklang.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pinklang.codegen.testing.Trees.INTEGER;
import static org.pinklang.codegen.testing.Trees.arrayOf;
import static org.pinklang.codegen.testing.Trees.assign;
import static org.pinklang.codegen.testing.Trees.binary;
import static org.pinklang.codegen.testing.Trees.bind;
import static org.pinklang.codegen.testing.Trees.block;
import static org.pinklang.codegen.testing.Trees.call;
import static org.pinklang.codegen.testing.Trees.element;
import static org.pinklang.codegen.testing.Trees.field;
import static org.pinklang.codegen.testing.Trees.integer;
import static org.pinklang.codegen.testing.Trees.pointer;
import static org.pinklang.codegen.testing.Trees.read;
import static org.pinklang.codegen.testing.Trees.tupleOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinklang.codegen.testing.FunctionBuilder;
import org.pinklang.codegen.testing.Probe;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.AddressOf;
import org.pinklang.frontend.typed.TypedExpression.ArrayToSlice;
import org.pinklang.frontend.typed.TypedExpression.ArrayValue;
import org.pinklang.frontend.typed.TypedExpression.SliceOf;
import org.pinklang.frontend.typed.TypedExpression.TupleValue;

class PlacesTest {
  private static final PinkType.Array THREE = arrayOf(INTEGER, 3);

  private static ArrayValue numbers(long... values) {
    List<TypedExpression> elements = new java.util.ArrayList<>();
    for (long value : values) {
      elements.add(integer(value));
    }
    return new ArrayValue(arrayOf(INTEGER, values.length), elements, 0);
  }

  @Test
  void thePartsOfAPlaceComeBeforeTheValueAndItsChecksAfter() {
    Probe probe = new Probe();
    Local array = probe.local(THREE);
    Local step = probe.local(INTEGER);
    probe.then(bind(array, numbers(1, 2, 3)), bind(step, integer(0)));
    TypedExpression index = block(probe.word(0, integer(1)), integer(7));
    TypedExpression value = block(probe.word(1, integer(2)), integer(9));
    probe.then(assign(element(read(array), index, 13), value));
    var outcome = probe.run();
    assertThat(outcome.panic()).isEqualTo("index 7 of 3 at 2:3");
    assertThat(outcome.out()).startsWith(1L, 2L);
  }

  @Test
  void theIndexIsReadBeforeTheValueChangesIt() {
    Probe probe = new Probe();
    Local array = probe.local(THREE);
    Local i = probe.local(INTEGER);
    probe.then(
        bind(array, numbers(1, 2, 3)),
        bind(i, integer(0)),
        assign(element(read(array), read(i)), assign(read(i), integer(2))));
    for (int k = 0; k < 3; k++) {
      probe.out(element(read(array), integer(k)));
    }
    assertThat(probe.words()).containsExactly(2L, 2L, 3L);
  }

  @Test
  void anAggregateArgumentIsACopyMadeWhenItIsEvaluated() {
    for (PinkType.Array type : List.of(arrayOf(INTEGER, 2), arrayOf(INTEGER, 9))) {
      Probe probe = new Probe();
      FunctionBuilder first = new FunctionBuilder("first", INTEGER);
      Local values = first.parameter(type);
      first.parameter(type);
      probe.unit().add(first.body(element(read(values), integer(0))));
      Local x = probe.local(type);
      probe.then(bind(x, new TypedExpression.RepeatedArrayValue(type, integer(5), 0)));
      TypedExpression changed =
          assign(read(x), new TypedExpression.RepeatedArrayValue(type, integer(6), 0));
      probe.out(call(first.reference(), read(x), changed));
      probe.out(element(read(x), integer(1)));
      assertThat(probe.words()).containsExactly(5L, 6L);
    }
  }

  @Test
  void aTupleMayBeBuiltFromThePlaceItIsAssignedTo() {
    Probe probe = new Probe();
    PinkType.Tuple pair = tupleOf(INTEGER, INTEGER);
    Local t = probe.local(pair);
    TypedExpression swapped =
        new TupleValue(pair, List.of(field(read(t), 1, INTEGER), field(read(t), 0, INTEGER)), 0);
    probe.then(
        bind(t, new TupleValue(pair, List.of(integer(1), integer(2)), 0)),
        assign(read(t), swapped));
    probe.out(field(read(t), 0, INTEGER)).out(field(read(t), 1, INTEGER));
    assertThat(probe.words()).containsExactly(2L, 1L);
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER8, -1, index -1 of 3 at 2:3",
    "UNSIGNED8, 255, index 255 of 3 at 2:3",
    "UNSIGNED64, -1, index -1 of 3 at 2:3",
    "INTEGER64, 3, index 3 of 3 at 2:3",
    "UNSIGNED16, 2, ''"
  })
  void indicesOfEveryTypeAreChecked(Scalar type, long value, String panic) {
    Probe probe = new Probe();
    Local array = probe.local(THREE);
    Local index = probe.local(type);
    probe.then(bind(array, numbers(1, 2, 3)), bind(index, integer(type, value)));
    probe.out(element(read(array), read(index), 13));
    assertThat(probe.run().panic()).isEqualTo(panic);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, '', 3",
    "1, 2, '', 1",
    "3, 3, '', 0",
    "2, 1, slice 2 to 1 at 2:3, 0",
    "0, 4, slice 0 to 4 at 2:3, 0",
    "-1, 2, slice -1 to 2 at 2:3, 0"
  })
  void boundsOfSlicesAreChecked(long from, long to, String panic, long length) {
    Probe probe = new Probe();
    Local array = probe.local(THREE);
    Local low = probe.local(INTEGER);
    Local high = probe.local(INTEGER);
    probe.then(bind(array, numbers(1, 2, 3)), bind(low, integer(from)), bind(high, integer(to)));
    PinkType.Slice type = new PinkType.Slice(INTEGER);
    TypedExpression part = new SliceOf(read(array), read(low), read(high), type, 13);
    probe.out(new TypedExpression.SliceLength(part, 0));
    var outcome = probe.run();
    assertThat(outcome.panic()).isEqualTo(panic);
    assertThat(outcome.out().get(0)).isEqualTo(length);
  }

  @Test
  void memoryBehindAPointerIsSlicedWithoutALength() {
    Probe probe = new Probe();
    Local array = probe.local(THREE);
    PinkType.Slice type = new PinkType.Slice(INTEGER);
    TypedExpression first = new AddressOf(element(read(array), integer(0)), pointer(INTEGER), 0);
    probe.then(bind(array, numbers(4, 5, 6)));
    probe.out(element(new SliceOf(first, integer(1), integer(3), type, 0), integer(1)));
    probe.out(
        new TypedExpression.SliceLength(new SliceOf(first, integer(2), integer(1), type, 13), 0));
    var outcome = probe.run();
    assertThat(outcome.out()).startsWith(6L);
    assertThat(outcome.panic()).isEqualTo("slice 2 to 1 at 2:3");
  }

  @Test
  void aSliceOfAnArraySeesWhatIsWrittenToIt() {
    Probe probe = new Probe();
    Local array = probe.local(THREE);
    Local slice = probe.local(new PinkType.Slice(INTEGER));
    TypedExpression address = new AddressOf(read(array), pointer(THREE), 0);
    probe.then(
        bind(array, numbers(1, 2, 3)),
        bind(slice, new ArrayToSlice(address, new PinkType.Slice(INTEGER), 0)),
        assign(element(read(slice), integer(1)), integer(8)));
    probe.out(element(read(array), integer(1)));
    probe.out(
        binary(
            BinaryOperator.ADD,
            element(read(slice), integer(2)),
            new TypedExpression.SliceLength(read(slice), 0)));
    assertThat(probe.words()).containsExactly(8L, 6L);
  }
}
