package org.pinklang.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pinklang.codegen.testing.Trees.INTEGER;
import static org.pinklang.codegen.testing.Trees.arrayOf;
import static org.pinklang.codegen.testing.Trees.assign;
import static org.pinklang.codegen.testing.Trees.binary;
import static org.pinklang.codegen.testing.Trees.bind;
import static org.pinklang.codegen.testing.Trees.call;
import static org.pinklang.codegen.testing.Trees.conditional;
import static org.pinklang.codegen.testing.Trees.element;
import static org.pinklang.codegen.testing.Trees.external;
import static org.pinklang.codegen.testing.Trees.functionType;
import static org.pinklang.codegen.testing.Trees.integer;
import static org.pinklang.codegen.testing.Trees.nilBlock;
import static org.pinklang.codegen.testing.Trees.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinklang.codegen.OptimizationLevel;
import org.pinklang.codegen.emit.CodeCache;
import org.pinklang.codegen.emit.CodeGenerator;
import org.pinklang.codegen.emit.CodegenRequest;
import org.pinklang.codegen.emit.OutputKind;
import org.pinklang.codegen.target.TargetDescription;
import org.pinklang.codegen.testing.FunctionBuilder;
import org.pinklang.codegen.testing.LargeStack;
import org.pinklang.codegen.testing.Probe;
import org.pinklang.frontend.tree.BinaryOperator;
import org.pinklang.frontend.type.PinkType;
import org.pinklang.frontend.type.Scalar;
import org.pinklang.frontend.typed.CheckedFunction;
import org.pinklang.frontend.typed.Local;
import org.pinklang.frontend.typed.TypedExpression;
import org.pinklang.frontend.typed.TypedExpression.ConditionalBranch;

class LimitsTest {

  @Test
  void aHundredThousandOperatorsInOneChainWork() {
    Probe probe = new Probe();
    Local one = probe.local(INTEGER);
    probe.then(bind(one, integer(1)));
    TypedExpression sum = read(one);
    for (int i = 1; i < 100_000; i++) {
      sum = binary(BinaryOperator.ADD, sum, read(one));
    }
    probe.out(sum);
    assertThat(probe.run(OptimizationLevel.O0).out()).startsWith(100_000L);
  }

  @Test
  void tenThousandElseIfWork() {
    Probe probe = new Probe();
    Local value = probe.local(INTEGER);
    List<ConditionalBranch> branches = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      branches.add(
          new ConditionalBranch(
              binary(BinaryOperator.EQUAL, read(value), integer(i)), integer(i * 2L)));
    }
    probe.then(bind(value, integer(9_999)));
    probe.out(new TypedExpression.If(branches, integer(-1), INTEGER, 0));
    assertThat(probe.words()).containsExactly(19_998L);
  }

  @Test
  void whatOptimisingWouldTakeMinutesForIsLeftAndReported() {
    FunctionBuilder function = new FunctionBuilder("large", Scalar.NIL).visible();
    Local x = function.parameter(INTEGER);
    List<TypedExpression> terms = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      terms.add(
          conditional(
              binary(BinaryOperator.EQUAL, read(x), integer(i)),
              nilBlock(assign(read(x), integer(i + 1L))),
              null));
    }
    assertThat(leftAsTheyAre(function.body(terms.toArray(TypedExpression[]::new))))
        .containsExactly("large");
  }

  /** What returns a slice is divided from what is before it, which the first pass undoes. */
  @ParameterizedTest
  @CsvSource({"1900, 0", "2100, 1"})
  void blocksThatWereOnlyDividedAreNotCounted(int returns, int left) {
    PinkType.Slice slice = new PinkType.Slice(INTEGER);
    FunctionBuilder function = new FunctionBuilder("large", slice).visible();
    Local x = function.parameter(INTEGER);
    Local result = function.parameter(slice);
    List<TypedExpression> terms = new ArrayList<>();
    for (int i = 0; i < returns; i++) {
      terms.add(
          conditional(
              binary(BinaryOperator.EQUAL, read(x), integer(i)),
              new TypedExpression.Return(read(result), 0),
              null));
    }
    terms.add(read(result));
    assertThat(leftAsTheyAre(function.body(terms.toArray(TypedExpression[]::new)))).hasSize(left);
  }

  /** Some passes compare all instructions of a block with each other. */
  @ParameterizedTest
  @CsvSource({"2600, 0", "2700, 1"})
  void aBlockOfThousandsOfInstructionsIsLeft(int factors, int left) {
    FunctionBuilder function = new FunctionBuilder("large", INTEGER).visible();
    Local x = function.parameter(INTEGER);
    TypedExpression sum = read(x);
    for (int i = 1; i < factors; i++) {
      // Each is loaded, multiplied and added.
      TypedExpression product = binary(BinaryOperator.MULTIPLY, read(x), integer(1L));
      sum = binary(BinaryOperator.ADD, sum, product);
    }
    assertThat(leftAsTheyAre(function.body(sum))).hasSize(left);
  }

  /** What is divided for its length is one block again as soon as a pass looks at it. */
  @ParameterizedTest
  @CsvSource({"2600, 0", "2700, 1"})
  void aBlockOfThousandsOfInstructionsIsLeftAlsoWhereItWasDivided(int calls, int left) {
    FunctionBuilder function = new FunctionBuilder("large", INTEGER).visible();
    Local x = function.parameter(INTEGER);
    TypedExpression sum = read(x);
    for (int i = 1; i < calls; i++) {
      // Each is loaded, called and added.
      sum = binary(BinaryOperator.ADD, sum, call(function.reference(), read(x)));
    }
    assertThat(leftAsTheyAre(function.body(sum))).hasSize(left);
  }

  @ParameterizedTest
  @EnumSource(names = {"O0", "O2"})
  void aThousandCallsInOneExpressionGiveTheirSum(OptimizationLevel level) {
    Probe probe = new Probe();
    FunctionBuilder twice = new FunctionBuilder("twice", INTEGER);
    Local x = twice.parameter(INTEGER);
    probe.unit().add(twice.body(binary(BinaryOperator.ADD, read(x), read(x))));
    TypedExpression sum = integer(0);
    for (int i = 0; i < 1_000; i++) {
      sum = binary(BinaryOperator.ADD, sum, call(twice.reference(), integer(i)));
    }
    probe.out(sum);
    assertThat(probe.run(level).out()).startsWith(999_000L);
  }

  @Test
  void whatAFunctionCallsIsInlinedInItOnlySoOften() {
    int definition = 1;
    assertThat(callsLeft(300, List.of())).isEqualTo(definition + 300 - 256);
  }

  @Test
  void callsThatCannotBeInlinedLeaveTheOthersInlined() {
    TypedExpression nothing = call(external("c_nothing", functionType(List.of(), Scalar.NIL)));
    assertThat(callsLeft(200, Collections.nCopies(300, nothing))).isZero();
  }

  /** How often a small function is named in the code of one that calls it, its definition too. */
  private static int callsLeft(int calls, List<TypedExpression> before) {
    Probe probe = new Probe();
    FunctionBuilder callee = new FunctionBuilder("callee", INTEGER);
    Local x = callee.parameter(INTEGER);
    probe.unit().add(callee.body(binary(BinaryOperator.MULTIPLY, read(x), read(x))));
    FunctionBuilder caller = new FunctionBuilder("caller", INTEGER).visible();
    TypedExpression value = read(caller.parameter(INTEGER));
    for (int i = 0; i < calls; i++) {
      value = call(callee.reference(), value);
    }
    List<TypedExpression> body = new ArrayList<>(before);
    body.add(value);
    probe.unit().add(caller.body(body.toArray(TypedExpression[]::new)));
    String text =
        new String(Modules.generate(probe.built(), OptimizationLevel.O2, OutputKind.LLVM_IR));
    return text.split("@_PMEF6callee\\(", -1).length - 1;
  }

  private static List<String> leftAsTheyAre(CheckedFunction function) {
    Probe probe = new Probe();
    probe.unit().add(function);
    CodegenRequest request =
        CodegenRequest.object(probe.built(), TargetDescription.X86_64_LINUX, OptimizationLevel.O2);
    return LargeStack.call(
        () -> {
          try (CodeGenerator generator = new CodeGenerator()) {
            return generator.generate(request, CodeCache.NONE, fatal -> {}).unoptimized().stream()
                .map(symbol -> symbol.name())
                .toList();
          }
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000, 1_000_000, 1L << 40})
  void recursionWithoutEndPanicsWhateverTheFrame(long elements) {
    for (OptimizationLevel level : List.of(OptimizationLevel.O0, OptimizationLevel.O2)) {
      Probe probe = new Probe();
      PinkType.Array type = arrayOf(INTEGER, elements);
      FunctionBuilder deeper = new FunctionBuilder("deeper", INTEGER).at(13);
      Local n = deeper.parameter(INTEGER);
      Local array = deeper.local(type);
      TypedExpression next =
          call(deeper.reference(), binary(BinaryOperator.ADD, read(n), integer(1)));
      probe
          .unit()
          .add(
              deeper.body(
                  bind(array, new TypedExpression.RepeatedArrayValue(type, read(n), 0)),
                  binary(BinaryOperator.ADD, next, element(read(array), integer(0)))));
      probe.out(call(deeper.reference(), integer(0)));
      assertThat(probe.run(level).panic()).isEqualTo("out of stack at 2:3");
    }
  }

  @ParameterizedTest
  @EnumSource(OptimizationLevel.class)
  void everyLevelGivesCodeThatRuns(OptimizationLevel level) {
    Probe probe = new Probe();
    Local i = probe.local(INTEGER);
    Local sum = probe.local(INTEGER);
    probe.then(
        bind(sum, integer(0)),
        new TypedExpression.ForRange(
            i,
            integer(0),
            integer(100),
            nilBlock(assign(read(sum), binary(BinaryOperator.ADD, read(sum), read(i)))),
            0));
    probe.out(read(sum));
    assertThat(probe.run(level).out()).startsWith(4_950L);
  }

  @Test
  void intermediateAggregatesShareTheirStackSlots() {
    Probe probe = new Probe();
    PinkType.Array type = arrayOf(INTEGER, 100);
    FunctionBuilder make = new FunctionBuilder("make", type);
    probe.unit().add(make.body(new TypedExpression.RepeatedArrayValue(type, integer(1), 0)));
    for (int i = 0; i < 50; i++) {
      probe.then(element(call(make.reference()), integer(i)));
    }
    String text = new String(Modules.text(probe.built()));
    assertThat(text.split("alloca \\[1\\d\\d x i64\\]", -1)).hasSize(2);
  }
}
