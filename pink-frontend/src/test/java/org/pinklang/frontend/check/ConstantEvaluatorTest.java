package org.pinklang.frontend.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pinklang.frontend.check.TypedTrees.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.type.SymbolId;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.ConstantValue.AddressConstant;
import org.pinklang.frontend.typed.ConstantValue.AggregateConstant;
import org.pinklang.frontend.typed.ConstantValue.FloatConstant;
import org.pinklang.frontend.typed.ConstantValue.IntegerConstant;
import org.pinklang.frontend.typed.ConstantValue.RepeatedConstant;
import org.pinklang.frontend.typed.ConstantValue.SliceConstant;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;

class ConstantEvaluatorTest {
  private final Map<SymbolId, ConstantValue> constants = new HashMap<>();

  private Evaluation evaluate(TypedExpression expression) {
    return ConstantEvaluator.evaluate(expression, new OneModule());
  }

  private ConstantValue valueOf(TypedExpression expression) {
    return ((Evaluation.Value) evaluate(expression)).value();
  }

  private long integerOf(TypedExpression expression) {
    return ((IntegerConstant) valueOf(expression)).value();
  }

  private TypedExpression table(long... elements) {
    List<ConstantValue> values =
        IntStream.range(0, elements.length)
            .<ConstantValue>mapToObj(i -> new IntegerConstant(Scalar.INTEGER64, elements[i]))
            .toList();
    constants.put(
        SymbolId.of("m", "table"), new AggregateConstant(arrayOf(elements.length), values));
    return global("table", arrayOf(elements.length), true);
  }

  @Test
  void singlePrecisionRoundsAtEachOperation() {
    TypedExpression tenth = number(Scalar.FLOAT32, 0.1f);
    TypedExpression sum =
        binary(binary(tenth, BinaryOperator.ADD, tenth), BinaryOperator.ADD, tenth);
    assertThat(valueOf(sum)).isEqualTo(new FloatConstant(Scalar.FLOAT32, 0.1f + 0.1f + 0.1f));
  }

  @Test
  void aPanicStandsWhereTheOperationStands() {
    TypedExpression division = binary(integer(1), BinaryOperator.DIVIDE, integer(0));
    assertThat(evaluate(division)).isEqualTo(new Evaluation.Panics(0, "division by zero"));
    assertThat(evaluate(at(array(integer(1)), integer(1))))
        .isEqualTo(new Evaluation.Panics(7, "index 1 out of range for length 1"));
  }

  @Test
  void aBranchNotTakenIsNotEvaluated() {
    TypedExpression division = binary(integer(1), BinaryOperator.DIVIDE, integer(0));
    assertThat(integerOf(conditional(truth(false), division, integer(2)))).isEqualTo(2);
    TypedExpression condition = binary(division, BinaryOperator.EQUAL, integer(0));
    assertThat(valueOf(new TypedExpression.ShortCircuit(true, truth(false), condition, 0)))
        .isEqualTo(new ConstantValue.BooleanConstant(false));
  }

  @Test
  void elementsAreReadThroughConstantSlices() {
    TypedExpression middle = slice(table(10, 20, 30, 40), integer(1), integer(4));
    assertThat(integerOf(at(middle, integer(2)))).isEqualTo(40);
    assertThat(integerOf(at(slice(middle, integer(1), null), integer(0)))).isEqualTo(30);
    assertThat(evaluate(at(middle, integer(3))))
        .isEqualTo(new Evaluation.Panics(7, "index 3 out of range for length 3"));
    assertThat(integerOf(new TypedExpression.SliceLength(middle, 0))).isEqualTo(3);
  }

  @Test
  void aSliceOfAGlobalHoldsTheAddressOfItsFirstElement() {
    SliceConstant slice = (SliceConstant) valueOf(slice(table(1, 2, 3), integer(2), null));
    assertThat(slice.length()).isEqualTo(1);
    assertThat(slice.pointer())
        .isEqualTo(
            new AddressConstant(TO_INTEGER, SymbolId.of("m", "table"), arrayOf(3), List.of(2L)));
  }

  @Test
  void stringLiteralsAreSlicedAndIndexed() {
    TypedExpression tail = slice(text("hello"), integer(1), integer(3));
    assertThat(valueOf(at(tail, integer(1)))).isEqualTo(new IntegerConstant(Scalar.UNSIGNED8, 'l'));
    assertThat(evaluate(slice(text("hello"), integer(3), integer(1))))
        .isEqualTo(new Evaluation.Panics(5, "slice 3..1 out of range for length 5"));
  }

  @Test
  void blocksChangePartsOfTheirLocals() {
    Local pair = local(0, "pair", new PinkType.Tuple(List.of(arrayOf(2), Scalar.INTEGER64)));
    Local copy = local(1, "copy", pair.type());
    TypedExpression changed =
        block(
            bind(pair, tuple(array(integer(1), integer(2)), integer(3))),
            bind(copy, read(pair)),
            assign(
                at(new TypedExpression.FieldAccess(read(pair), 0, arrayOf(2), 0), integer(1)),
                integer(9)),
            tuple(
                at(new TypedExpression.FieldAccess(read(pair), 0, arrayOf(2), 0), integer(1)),
                at(new TypedExpression.FieldAccess(read(copy), 0, arrayOf(2), 0), integer(1))));
    assertThat(((AggregateConstant) valueOf(changed)).elements())
        .extracting(value -> ((IntegerConstant) value).value())
        .containsExactly(9L, 2L);
  }

  @Test
  void anAssignmentChecksItsIndexAfterItsValue() {
    Local array = local(0, "a", arrayOf(1));
    TypedExpression wrongIndexAndValue =
        block(
            bind(array, array(integer(1))),
            assign(
                at(read(array), integer(4)),
                binary(integer(1), BinaryOperator.DIVIDE, integer(0))));
    assertThat(evaluate(wrongIndexAndValue))
        .isEqualTo(new Evaluation.Panics(0, "division by zero"));
  }

  @Test
  void hugeRepeatedArraysAreNotMaterialised() {
    TypedExpression huge = repeated(integer(7), 1L << 40);
    assertThat(valueOf(huge)).isInstanceOf(RepeatedConstant.class);
    assertThat(integerOf(at(huge, integer(1L << 39)))).isEqualTo(7);
    assertThat(valueOf(binary(huge, BinaryOperator.EQUAL, huge)))
        .isEqualTo(new ConstantValue.BooleanConstant(true));
    Local local = local(0, "a", huge.type());
    assertThat(
            evaluate(
                block(
                    bind(local, huge),
                    assign(at(read(local), integer(0)), integer(1)),
                    read(local))))
        .isEqualTo(new Evaluation.NotConstant(0, "it takes too many steps to evaluate"));
  }

  @Test
  void aHundredThousandAssignmentsToALargeArrayAreLinear() {
    Local local = local(0, "a", arrayOf(100_000));
    TypedExpression[] terms = new TypedExpression[100_002];
    terms[0] = bind(local, repeated(integer(0), 100_000));
    for (int i = 0; i < 100_000; i++) {
      terms[i + 1] = assign(at(read(local), integer(i)), integer(i));
    }
    terms[100_001] = at(read(local), integer(99_999));
    assertThat(integerOf(block(terms))).isEqualTo(99_999);
  }

  @Test
  void aChainOfAHundredThousandOperatorsNeedsNoStack() {
    TypedExpression sum = integer(0);
    TypedExpression negated = integer(1);
    for (int i = 0; i < 100_000; i++) {
      sum = new TypedExpression.Binary(BinaryOperator.ADD, sum, integer(1), Scalar.INTEGER64, 0);
      negated = new TypedExpression.Negate(negated, 0);
    }
    assertThat(integerOf(sum)).isEqualTo(100_000);
    assertThat(integerOf(negated)).isEqualTo(1);
  }

  @Test
  void addressesAreStoredButNotComparedOrConverted() {
    TypedExpression address = addressOf(global("variable", Scalar.INTEGER64, false));
    assertThat(valueOf(address)).isInstanceOf(AddressConstant.class);
    assertThat(valueOf(new TypedExpression.PointerCast(address, MAYBE_INTEGER, 0)).type())
        .isEqualTo(MAYBE_INTEGER);
    assertThat(evaluate(binary(address, BinaryOperator.EQUAL, address)))
        .isEqualTo(new Evaluation.NotConstant(0, "it compares addresses"));
    PinkType.Pointer toByte = new PinkType.Pointer(Scalar.UNSIGNED8, false);
    assertThat(evaluate(new TypedExpression.PointerCast(address, toByte, 0)))
        .isEqualTo(new Evaluation.NotConstant(0, "it converts an address"));
  }

  @Test
  void unwrappingNilPanics() {
    TypedExpression nil = constant(new ConstantValue.NullConstant(MAYBE_INTEGER));
    assertThat(evaluate(new TypedExpression.Unwrap(nil, TO_INTEGER, 4)))
        .isEqualTo(new Evaluation.Panics(4, "pointer is nil"));
    assertThat(valueOf(binary(nil, BinaryOperator.EQUAL, nil)))
        .isEqualTo(new ConstantValue.BooleanConstant(true));
  }

  @Test
  void matchBindsThePayloadOfTheAlternative() {
    PinkType.Nominal shape =
        new PinkType.Nominal(SymbolId.of("m", "Shape"), PinkType.Nominal.Kind.UNION);
    Local side = local(0, "side", Scalar.INTEGER64);
    TypedExpression match =
        new TypedExpression.Match(
            new TypedExpression.UnionValue(shape, 1, integer(6), 0),
            List.of(
                new TypedExpression.MatchArm(0, null, integer(0)),
                new TypedExpression.MatchArm(
                    1, side, binary(read(side), BinaryOperator.MULTIPLY, read(side)))),
            null,
            Scalar.INTEGER64,
            0);
    assertThat(integerOf(match)).isEqualTo(36);
  }

  @Test
  void whatIsNotConstantIsNamed() {
    assertThat(reason(global("variable", Scalar.INTEGER64, false)))
        .isEqualTo("it reads the variable `m::variable`");
    assertThat(reason(slice(global("variables", arrayOf(3), false), null, null)))
        .isEqualTo("it makes a slice of the variable `m::variables`");
    assertThat(reason(read(local(3, "count", Scalar.INTEGER64))))
        .isEqualTo("it reads the variable `count`");
    assertThat(reason(assign(global("variable", Scalar.INTEGER64, false), integer(1))))
        .isEqualTo("it assigns the global `m::variable`");
    Local local = local(0, "here", Scalar.INTEGER64);
    assertThat(reason(block(bind(local, integer(1)), addressOf(read(local)))))
        .isEqualTo("it takes the address of the local `here`");
    TypedExpression loop = new TypedExpression.While(truth(false), block(), Scalar.NIL, 0);
    assertThat(reason(block(loop, integer(1)))).isEqualTo("it has a loop");
  }

  private String reason(TypedExpression expression) {
    return ((Evaluation.NotConstant) evaluate(expression)).reason();
  }

  @Test
  void localsOfTheFunctionAroundAreReadWhereTheyAreKnown() {
    assertThat(integerOf(read(local(9, "known", Scalar.INTEGER64)))).isEqualTo(5);
  }

  @Test
  void aConstantWithErrorsIsUnavailable() {
    assertThat(evaluate(global("missing", Scalar.INTEGER64, true)))
        .isEqualTo(new Evaluation.Unavailable());
  }

  @Test
  void comparingExponentiallyLargeValuesEnds() {
    TypedExpression doubled = tuple(integer(1), integer(1));
    ConstantValue value = valueOf(doubled);
    for (int i = 0; i < 60; i++) {
      value =
          new AggregateConstant(
              new PinkType.Tuple(List.of(Scalar.NIL, Scalar.NIL)), List.of(value, value));
    }
    TypedExpression same =
        new TypedExpression.Binary(
            BinaryOperator.EQUAL, constant(value), constant(value), Scalar.BOOLEAN, 0);
    assertThat(evaluate(same))
        .isEqualTo(new Evaluation.NotConstant(0, "it takes too many steps to evaluate"));
  }

  /** Globals of one module; those named `variable…` are variables. */
  private final class OneModule implements ConstantEvaluator.Environment {
    @Override
    public boolean isConstant(SymbolId global) {
      return !global.name().startsWith("variable");
    }

    @Override
    public @Nullable ConstantValue constant(SymbolId global) {
      return constants.get(global);
    }

    @Override
    public @Nullable ConstantValue local(Local local) {
      return local.name().equals("known") ? new IntegerConstant(Scalar.INTEGER64, 5) : null;
    }

    @Override
    public Runnable checkpoint() {
      return () -> {};
    }
  }
}
