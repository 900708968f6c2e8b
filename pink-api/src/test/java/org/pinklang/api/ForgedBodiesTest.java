package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.check.BuildFacts;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.type.DataModel;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.frontend.typed.ConstantValue;
import org.pinklang.frontend.typed.OfferedFunction;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.modules.build.BuiltUnit;
import org.pinklang.modules.codec.BodyParts;
import org.pinklang.modules.codec.EncodedBodies;

/** Bodies that are well-formed data and that the checker never gives are called, not inlined. */
class ForgedBodiesTest {
  private static final BuildFacts ALONE =
      new BuildFacts(new ManifestSet(Map.of(), Map.of()), DataModel.BITS_64);

  private static final String MODULE =
      """
      module a;
      export inline fn f(b: Boolean) -> Integer { n := 1; c := b; if (c) { n; } else { 2; } }
      """;

  private static final String MAIN =
      """
      import a;
      fn main() -> Integer { a::f(true); }
      """;

  private static final TypedExpression TRUE =
      new TypedExpression.Constant(new ConstantValue.BooleanConstant(true), 0);
  private static final TypedExpression ONE =
      new TypedExpression.Constant(new ConstantValue.IntegerConstant(Scalar.INTEGER64, 1), 0);

  private final Engine engine = Engine.open();
  private final BuiltUnit module = HostileBodiesTest.module(engine, MODULE);

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aLoopThatDoesNotEndIsTaken() {
    assertTaken(
        function -> endless(TRUE, block(PinkType.Never.NEVER, new TypedExpression.Continue(0))));
    assertTaken(
        function ->
            endless(
                TRUE,
                block(
                    Scalar.NIL,
                    new TypedExpression.While(
                        TRUE,
                        block(PinkType.Never.NEVER, new TypedExpression.Break(0)),
                        Scalar.NIL,
                        0))));
  }

  @Test
  void aLoopThatMayEndIsNotOneThatDoesNot() {
    assertCalled(function -> endless(local(function, 0), block(Scalar.NIL)));
    assertCalled(
        function -> endless(TRUE, block(PinkType.Never.NEVER, new TypedExpression.Break(0))));
    assertCalled(
        function ->
            endless(
                TRUE,
                block(
                    Scalar.NIL,
                    new TypedExpression.If(
                        List.of(
                            new TypedExpression.ConditionalBranch(
                                local(function, 0), new TypedExpression.Break(0))),
                        null,
                        Scalar.NIL,
                        0))));
  }

  @Test
  void aLocalOfABranchIsNotThereAfterwards() {
    assertCalled(
        function ->
            block(
                Scalar.INTEGER64,
                new TypedExpression.If(
                    List.of(
                        new TypedExpression.ConditionalBranch(
                            local(function, 0), bind(function, 1, ONE))),
                    null,
                    Scalar.NIL,
                    0),
                local(function, 1)));
    assertCalled(
        function ->
            block(
                Scalar.INTEGER64,
                new TypedExpression.If(
                    List.of(new TypedExpression.ConditionalBranch(local(function, 0), ONE)),
                    bind(function, 1, ONE),
                    Scalar.INTEGER64,
                    0),
                local(function, 1)));
  }

  @Test
  void aLocalOfAnOperandThatMayBeSkippedIsNotThereAfterwards() {
    assertCalled(
        function ->
            block(
                Scalar.INTEGER64,
                new TypedExpression.ShortCircuit(
                    true, local(function, 0), bind(function, 2, TRUE), 0),
                local(function, 2),
                ONE));
  }

  @Test
  void aBodyOfManyPlacesOfALargeTypeIsLookedAtInTime() {
    PinkType.Pointer type = new PinkType.Pointer(Scalar.INTEGER64, true);
    for (int depth = 0; depth < 900; depth++) {
      type = new PinkType.Pointer(type, true);
    }
    assertTakenInTime(new ConstantValue.NullConstant(type));
  }

  private void assertTakenInTime(ConstantValue value) {
    TypedExpression place = new TypedExpression.Constant(value, 0);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            assertTaken(
                function -> {
                  List<TypedExpression> terms = new ArrayList<>(Collections.nCopies(10_000, place));
                  terms.add(ONE);
                  return new TypedExpression.Block(terms, Scalar.INTEGER64, 0);
                }));
  }

  // ---- what is forged -----------------------------------------------------------------------

  private static TypedExpression endless(TypedExpression condition, TypedExpression body) {
    return block(
        PinkType.Never.NEVER, new TypedExpression.While(condition, body, PinkType.Never.NEVER, 0));
  }

  private static TypedExpression block(PinkType type, TypedExpression... terms) {
    return new TypedExpression.Block(List.of(terms), type, 0);
  }

  private static TypedExpression local(CheckedFunction function, int index) {
    return new TypedExpression.LocalPlace(function.locals().get(index), 0);
  }

  private static TypedExpression bind(CheckedFunction function, int index, TypedExpression value) {
    return new TypedExpression.Bind(function.locals().get(index), value, 0);
  }

  private void assertTaken(Function<CheckedFunction, TypedExpression> body) {
    assertThat(undefined(body)).noneMatch(name -> name.startsWith("_PM1aE"));
  }

  private void assertCalled(Function<CheckedFunction, TypedExpression> body) {
    assertThat(undefined(body)).anyMatch(name -> name.startsWith("_PM1aE"));
  }

  private List<String> undefined(Function<CheckedFunction, TypedExpression> body) {
    CheckedUnit checked = WholeProgram.check(module, ALONE);
    CheckedFunction function = checked.offered().getFirst().function();
    CheckedFunction forged =
        new CheckedFunction(
            function.symbol(),
            function.type(),
            function.linkage(),
            function.inline(),
            function.parameters(),
            function.locals(),
            function.addressTaken(),
            body.apply(function),
            function.offset(),
            function.end());
    BodyParts parts =
        BodyParts.of(checked.offering(List.of(new OfferedFunction(forged, Map.of()))));
    EncodedBodies bodies = new EncodedBodies(parts.code(), parts.positions(module.text()));
    return HostileBodiesTest.undefined(engine, module, bodies, MAIN);
  }
}
