package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What optimised code looks like: which checks are gone, which instructions there are. */
class OptimizedCodeTest {
  private static final String ADD_PAIRS =
      """
      module m;
      export struct Pair { a: Float, b: Float }
      export fn add(to: *Pair, from: *Pair) -> Nil {
        (a, b) := (to.a + from.a, to.b + from.b);
        to.a = a;
        to.b = b;
      }
      """;
  private static final String ADD_SLICES =
      """
      module m;
      export fn add(to: *[]Float, from: *[]Float) -> Nil {
        for i in 0..to.length { to[i] = to[i] + from[i]; }
      }
      """;

  private static String ir(String text, Optimization level) {
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.texts(Map.of("m.pink", text)))
            .output(Output.LLVM_IR)
            .optimization(level)
            .build()
            .run();
    assertThat(result.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
    return result.outputs().get(0).text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in 0..xs.length { xs[i] = 1; }",
        "for i in 1..xs.length - 1 { xs[i] = xs[i - 1] + xs[i + 1]; }",
        "i := 0; while (i < xs.length) { xs[i] = 1; i = i + 1; }",
        "i := xs.length; while (i > 0) { i = i - 1; xs[i] = 1; }",
        "if (xs.length >= 4) { xs[0] = xs[1] + xs[2] + xs[3]; }"
      })
  void checksThatCannotFailAreGone(String body) {
    String text = "module m;\nexport fn f(xs: *[]Integer) -> Nil { " + body + " }\n";
    assertThat(ir(text, Optimization.O2)).doesNotContain("pink_panic");
    assertThat(ir(text, Optimization.O0)).contains("call void @pink_panic_index");
  }

  @ParameterizedTest
  @EnumSource(
      value = Optimization.class,
      names = {"O2", "O3", "Os"})
  void neighbouringOperationsBecomeOneOnAVector(Optimization level) {
    assertThat(ir(ADD_PAIRS, level)).containsOnlyOnce("fadd <2 x double>");
  }

  @ParameterizedTest
  @EnumSource(
      value = Optimization.class,
      names = {"O2", "O3"})
  void loopsAreOnVectorsWhereSpeedCounts(Optimization level) {
    assertThat(ir(ADD_SLICES, level)).contains("vector.body:", "fadd <2 x double>");
  }

  @ParameterizedTest
  @EnumSource(
      value = Optimization.class,
      names = {"O0", "O1", "Oz"})
  void loopsStayAsTheyAreWhereItDoesNot(Optimization level) {
    assertThat(ir(ADD_SLICES, level)).contains("fadd double").doesNotContain("x double>");
  }

  @Test
  void loopsThatGoRoundAtMostSeveralTimesStayLoops() {
    String text =
        """
        module m;
        export fn f(x: Integer) -> Integer {
          s := 0;
          for i in 0..(x & 7) { s = s ^ (s + i * x); }
          return s;
        }
        """;
    assertThat(ir(text, Optimization.O2).lines().filter(line -> line.contains(" xor "))).hasSize(1);
  }

  @Test
  void codeIsTunedForTodaysProcessorsOnlyWhereItIsOptimised() {
    assertThat(ir(ADD_PAIRS, Optimization.O2)).containsOnlyOnce("\"tune-cpu\"=\"generic\"");
    assertThat(ir(ADD_PAIRS, Optimization.O0)).doesNotContain("tune-cpu");
  }

  @Test
  void anEndlessRecursionStaysOneAtEveryLevel() {
    String text =
        """
        module m;
        export fn down(n: Integer) -> Integer { down(n + 1) + 1; }
        """;
    for (Optimization level : Optimization.values()) {
      assertThat(ir(text, level)).contains("call i64 @_PM1mEF4down", "pink_out_of_stack");
    }
  }
}
