package org.pinklang.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pinklang.codegen.testing.Trees.INTEGER;
import static org.pinklang.codegen.testing.Trees.arrayOf;
import static org.pinklang.codegen.testing.Trees.assign;
import static org.pinklang.codegen.testing.Trees.binary;
import static org.pinklang.codegen.testing.Trees.bind;
import static org.pinklang.codegen.testing.Trees.block;
import static org.pinklang.codegen.testing.Trees.call;
import static org.pinklang.codegen.testing.Trees.conditional;
import static org.pinklang.codegen.testing.Trees.element;
import static org.pinklang.codegen.testing.Trees.integer;
import static org.pinklang.codegen.testing.Trees.loop;
import static org.pinklang.codegen.testing.Trees.nilBlock;
import static org.pinklang.codegen.testing.Trees.read;
import static org.pinklang.codegen.testing.Trees.truth;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinklang.codegen.testing.FunctionBuilder;
import org.pinklang.codegen.testing.Probe;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.ForEach;
import org.pinklang.frontend.typed.TypedExpression.ForRange;
import org.pinklang.frontend.typed.TypedExpression.Return;
import org.pinklang.frontend.typed.TypedExpression.ShortCircuit;

class ControlTest {

  private static TypedExpression add(Local local, TypedExpression value) {
    return assign(read(local), binary(BinaryOperator.ADD, read(local), value));
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER64, -2, 3, 5",
    "INTEGER8, 120, 127, 7",
    "UNSIGNED8, 250, 255, 5",
    "INTEGER64, 3, 3, 0",
    "INTEGER64, 4, 3, 0",
    "INTEGER64, 9223372036854775805, 9223372036854775807, 2"
  })
  void rangesAreHalfOpenAndEndAtTheLastValueOfTheirType(
      Scalar type, long from, long to, long rounds) {
    Probe probe = new Probe();
    Local count = probe.local(INTEGER);
    Local variable = probe.local(type);
    TypedExpression body =
        nilBlock(add(count, integer(1)), assign(read(variable), integer(type, 0)));
    probe.then(
        bind(count, integer(0)),
        new ForRange(variable, integer(type, from), integer(type, to), body, 0));
    probe.out(read(count));
    assertThat(probe.words()).containsExactly(rounds);
  }

  @Test
  void eachElementIsReadWhenItsRoundStarts() {
    Probe probe = new Probe();
    PinkType.Array type = arrayOf(INTEGER, 3);
    Local array = probe.local(type);
    Local sum = probe.local(INTEGER);
    Local variable = probe.local(INTEGER);
    probe.then(
        bind(array, new TypedExpression.RepeatedArrayValue(type, integer(1), 0)),
        bind(sum, integer(0)),
        new ForEach(
            variable,
            read(array),
            nilBlock(
                add(sum, read(variable)), assign(element(read(array), integer(2)), integer(10))),
            0));
    probe.out(read(sum));
    assertThat(probe.words()).containsExactly(12L);
  }

  @Test
  void breakAndContinueGoOnWithTheInnermostLoop() {
    Probe probe = new Probe();
    Local sum = probe.local(INTEGER);
    Local i = probe.local(INTEGER);
    TypedExpression isThree = binary(BinaryOperator.EQUAL, read(i), integer(3));
    TypedExpression isSix = binary(BinaryOperator.EQUAL, read(i), integer(6));
    probe.then(
        bind(sum, integer(0)),
        new ForRange(
            i,
            integer(0),
            integer(10),
            nilBlock(
                conditional(isThree, nilBlock(new TypedExpression.Continue(0)), null),
                conditional(isSix, nilBlock(new TypedExpression.Break(0)), null),
                add(sum, read(i))),
            0));
    probe.out(read(sum));
    assertThat(probe.words()).containsExactly(0L + 1 + 2 + 4 + 5);
  }

  @Test
  void andAndOrEvaluateTheirRightSideOnlyWhenItDecides() {
    Probe probe = new Probe();
    Local effects = probe.local(INTEGER);
    probe.then(bind(effects, integer(0)));
    TypedExpression effect = block(add(effects, integer(1)), truth(true));
    probe.outConverted(new ShortCircuit(true, truth(false), effect, 0));
    probe.outConverted(new ShortCircuit(false, truth(true), effect, 0));
    probe.outConverted(new ShortCircuit(true, truth(true), effect, 0));
    probe.outConverted(new ShortCircuit(false, truth(false), effect, 0));
    probe.out(read(effects));
    assertThat(probe.words()).containsExactly(0L, 1L, 1L, 1L, 2L);
  }

  /** Expressions with a part that never gives a value, of every construct that has parts. */
  static Stream<TypedExpression> diverging() {
    TypedExpression never = new Return(null, 0);
    PinkType.Array two = arrayOf(INTEGER, 2);
    PinkType.Slice slice = new PinkType.Slice(INTEGER);
    PinkType.Pointer pointer = new PinkType.Pointer(INTEGER, false);
    PinkType.Tuple pair = new PinkType.Tuple(List.of(INTEGER, INTEGER));
    TypedExpression bytes = new TypedExpression.StringValue("abc", 0);
    PinkType.Function unary = new PinkType.Function(List.of(pair), pair, false);
    return Stream.of(
        new TypedExpression.Binary(BinaryOperator.ADD, never, integer(1), INTEGER, 0),
        new TypedExpression.Binary(BinaryOperator.DIVIDE, integer(1), never, INTEGER, 0),
        new TypedExpression.Binary(BinaryOperator.EQUAL, never, never, Scalar.BOOLEAN, 0),
        new TypedExpression.Binary(BinaryOperator.SHIFT_LEFT, integer(1), never, INTEGER, 0),
        new TypedExpression.ArrayValue(two, List.of(integer(1), never), 0),
        new TypedExpression.RepeatedArrayValue(two, never, 0),
        new TypedExpression.TupleValue(pair, List.of(never, integer(1)), 0),
        new TypedExpression.ElementAccess(bytes, never, Scalar.UNSIGNED8, 0),
        new TypedExpression.ElementAccess(never, integer(0), INTEGER, 0),
        new TypedExpression.FieldAccess(never, 0, INTEGER, 0),
        new TypedExpression.Dereference(never, INTEGER, 0),
        new TypedExpression.SliceOf(bytes, never, null, PinkType.Slice.OF_BYTES, 0),
        new TypedExpression.SliceLength(never, 0),
        new TypedExpression.SlicePointer(never, pointer, 0),
        new TypedExpression.ArrayToSlice(never, slice, 0),
        new TypedExpression.Unwrap(never, pointer, 0),
        new TypedExpression.PointerCast(never, pointer, 0),
        new TypedExpression.Convert(never, INTEGER, 0),
        new TypedExpression.Negate(never, 0),
        new TypedExpression.Complement(never, 0),
        new ShortCircuit(true, truth(true), never, 0),
        new ShortCircuit(false, never, truth(true), 0),
        new TypedExpression.Call(
            org.pinklang.codegen.testing.Trees.external("c", unary), List.of(never), pair, 0),
        new TypedExpression.Call(never, List.of(integer(1)), INTEGER, 0),
        new TypedExpression.Discard(never, 0),
        new TypedExpression.Panic(never, 0),
        new TypedExpression.Assert(never, 0),
        new TypedExpression.If(
            List.of(new TypedExpression.ConditionalBranch(never, integer(1))),
            integer(2),
            INTEGER,
            0),
        new TypedExpression.Match(never, List.of(), integer(1), INTEGER, 0),
        new TypedExpression.While(never, nilBlock(), Scalar.NIL, 0),
        new ForRange(null, never, integer(1), nilBlock(), 0),
        new ForEach(null, never, nilBlock(), 0),
        new Return(never, 0));
  }

  @ParameterizedTest
  @MethodSource("diverging")
  void nothingIsGeneratedAfterWhatNeverGivesAValue(TypedExpression expression) {
    Probe probe = new Probe();
    Local unreached = probe.local(INTEGER);
    probe.then(probe.word(0, integer(1)), expression, bind(unreached, integer(3)));
    probe.then(probe.word(1, read(unreached)));
    var outcome = probe.run();
    assertThat(outcome.panic()).isEmpty();
    assertThat(outcome.out().subList(0, 2)).containsExactly(1L, 0L);
  }

  @Test
  void anEndlessLoopEndsAtItsBreakOrReturn() {
    Probe probe = new Probe();
    FunctionBuilder count = new FunctionBuilder("count", INTEGER);
    Local n = count.local(INTEGER);
    TypedExpression enough = binary(BinaryOperator.GREATER, read(n), integer(9));
    TypedExpression body =
        nilBlock(add(n, integer(1)), conditional(enough, nilBlock(new Return(read(n), 0)), null));
    probe
        .unit()
        .add(
            count.body(
                bind(n, integer(0)),
                new TypedExpression.While(truth(true), body, PinkType.Never.NEVER, 0)));
    Local i = probe.local(INTEGER);
    probe.then(bind(i, integer(0)));
    probe.then(loop(truth(true), add(i, integer(2)), new TypedExpression.Break(0)));
    probe.out(read(i)).out(call(count.reference()));
    assertThat(probe.words()).containsExactly(2L, 10L);
  }
}
