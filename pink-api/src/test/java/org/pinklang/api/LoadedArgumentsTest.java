package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Arguments whose way back from a loaded program differs from their way there. */
class LoadedArgumentsTest {
  private static final String GIVEN =
      """
      module given;
      export struct Rule { code: Integer, test: fn(Integer) -> Integer }
      export fn chain(fs: *[]fn(Integer) -> Integer, x: Integer) -> Integer {
        r := x;
        for i in 0..fs.length { f := fs[i]; r = f(r); }
        r;
      }
      export fn check(rules: *[]Rule, x: Integer) -> Integer {
        s := 0;
        for i in 0..rules.length { f := rules[i].test; s = s + f(x) * rules[i].code; }
        rules[0].code = 7;
        s;
      }
      export fn replace(fs: *[]fn(Integer) -> Integer) -> Nil { fs[0] = increment; }
      export fn clear(xs: *[]Integer) -> Nil { for i in 0..xs.length { xs[i] = 0; } }
      export fn zero(r: *Rule) -> Nil { r.code = 0; }
      export fn sum(xs: *[]Integer) -> Integer { s := 0; for x in xs { s = s + x; } s; }
      export fn apply(f: fn(Integer) -> Integer, x: Integer) -> Integer { f(x); }
      export fn choose() -> fn(fn(Integer) -> Integer, Integer) -> Integer { apply; }
      export fn plusOne() -> fn(Integer) -> Integer { increment; }
      fn increment(x: Integer) -> Integer { x + 1; }
      """;

  /** {@code given::Rule}. */
  record Rule(long code, LongUnaryOperator test) {}

  /** A function of a function that may be kept. */
  interface Applied {
    long call(PinkCallback f, long x);
  }

  interface Given {
    long chain(LongUnaryOperator[] fs, long x);

    long check(Rule[] rules, long x);

    void replace(LongUnaryOperator[] fs);

    Applied choose();
  }

  private interface Chained {
    long chain(PinkCallback[] fs, long x);
  }

  private interface Replaced {
    void replace(PinkCallback[] fs);
  }

  private interface Gotten {
    PinkCallback plusOne();
  }

  private static LoadedProgram program;

  @BeforeAll
  static void load() {
    program =
        Compilation.builder()
            .sources(Sources.texts(Map.of("given.pink", GIVEN)))
            .build()
            .run()
            .orThrow()
            .load();
  }

  @AfterAll
  static void close() {
    program.close();
  }

  @Test
  void elementsThatPinkLeavesAloneStayTheObjectsTheyAre() {
    Given given = program.bind("given", Given.class);
    LongUnaryOperator doubled = x -> x * 2;
    LongUnaryOperator negated = x -> -x;
    LongUnaryOperator[] functions = {doubled, negated};
    assertThat(given.chain(functions, 4)).isEqualTo(-8);
    assertThat(functions[0]).isSameAs(doubled);
    assertThat(functions[1]).isSameAs(negated);
    Rule[] rules = {new Rule(3, doubled), new Rule(10, negated)};
    Rule second = rules[1];
    assertThat(given.check(rules, 5)).isEqualTo(30 - 50);
    assertThat(rules[0].code()).isEqualTo(7);
    assertThat(rules[1]).isSameAs(second);
    given.replace(functions);
    assertThat(functions[0].applyAsLong(41)).isEqualTo(42);
    assertThat(functions[1]).isSameAs(negated);
  }

  @Test
  void callbacksThatAreKeptPassInArraysToPinkOnly() {
    try (PinkCallback callback =
        program.function("given::apply").callback(0, LongUnaryOperator.class, x -> x + 5)) {
      PinkCallback[] callbacks = {callback, callback};
      assertThat(program.bind("given", Chained.class).chain(callbacks, 1)).isEqualTo(11);
      assertThat(callbacks).containsExactly(callback, callback);
      assertThatThrownBy(() -> program.bind("given", Replaced.class).replace(callbacks))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("PinkCallback");
      assertThat(program.bind("given", Given.class).choose().call(callback, 2)).isEqualTo(7);
    }
    assertThatThrownBy(() -> program.bind("given", Gotten.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("plusOne")
        .hasMessageContaining("PinkCallback")
        .hasMessageContaining("`fn(Integer) -> Integer`");
  }

  @Test
  void readOnlyBuffersAreNotWritten() {
    ByteBuffer memory = ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder());
    memory.putLong(0, 3).putLong(8, 4);
    LongBuffer numbers = memory.asLongBuffer().asReadOnlyBuffer();
    program.function("given::clear").invokeVoid(numbers);
    assertThat(program.function("given::sum").invokeLong(numbers)).isEqualTo(7);
    program.function("given::zero").invokeVoid(memory.asReadOnlyBuffer());
    assertThat(memory.getLong(0)).isEqualTo(3);
    program.function("given::zero").invokeVoid(memory);
    assertThat(memory.getLong(0)).isZero();
  }

  @Test
  void scalarsAreResultsOfBothTheirClasses() {
    PinkFunction sum = program.function("given::sum");
    assertThat(sum.invoke(long.class, new long[] {1, 2})).isEqualTo(3L);
    assertThat(sum.invoke(Long.class, new long[] {1, 2})).isEqualTo(3L);
    assertThatThrownBy(() -> sum.invoke(Integer.class, new long[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
