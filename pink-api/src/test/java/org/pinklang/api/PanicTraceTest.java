package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stack trace of a panic shows the functions of Pink between those of Java. */
class PanicTraceTest {
  private static final Map<String, String> TEXTS =
      Map.of(
          "deep/walls.pink",
          """
          module walls;
          export fn check(i: Integer, f: fn(Integer) -> Integer) -> Integer {
            xs := [1, 2, 3];
            inner(&xs, i, f) + 1;
          }
          fn inner(xs: *[]Integer, i: Integer, f: fn(Integer) -> Integer) -> Integer {
            r := f(i);
            if (r > 100) { panic("too \\"large\\""); }
            xs[r] + 1;
          }
          export fn endless(n: Integer) -> Integer { endless(n + 1) + n; }
          """,
          "main.pink",
          "import walls;\nfn id(x: Integer) -> Integer { x; }\n"
              + "fn main() -> Integer { walls::check(7, id) + 1; }\n");

  /** The functions of {@code walls}. */
  public interface Walls {
    /** Calls a function with a number and looks in an array. */
    long check(long i, Step f);

    /** Does not come back. */
    long endless(long n);
  }

  /** A function from numbers to numbers. */
  public interface Step {
    /** Takes one. */
    long apply(long n);
  }

  private static LoadedProgram load(Optimization level) {
    return Compilation.builder()
        .sources(Sources.texts(TEXTS))
        .optimization(level)
        .build()
        .run()
        .orThrow()
        .load();
  }

  @Test
  void functionsOfPinkLieAboveThoseOfJava() {
    try (LoadedProgram program = load(Optimization.O0)) {
      Walls walls = program.bind("walls", Walls.class);
      PinkPanicException panic =
          catchThrowableOfType(PinkPanicException.class, () -> walls.check(3, n -> n));
      assertThat(panic.getStackTrace()[0])
          .isEqualTo(new StackTraceElement("walls", "inner", "walls.pink", 9));
      assertThat(panic.getStackTrace()[1])
          .isEqualTo(new StackTraceElement("walls", "check", "walls.pink", -1));
      assertThat(panic.getStackTrace()[2].getClassName()).startsWith(getClass().getName());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyLevelShowsTheFunctionThatJavaCalled(Optimization level) {
    try (LoadedProgram program = load(level)) {
      Walls walls = program.bind("walls", Walls.class);
      PinkPanicException panic =
          catchThrowableOfType(PinkPanicException.class, () -> walls.check(300, n -> n));
      assertThat(panic.getStackTrace())
          .anyMatch(
              frame ->
                  frame.getClassName().equals("walls") && frame.getMethodName().equals("check"));
      assertThat(panic.getStackTrace()[0].getLineNumber()).isEqualTo(8);
    }
  }

  @Test
  void nestedCallsAlternate() {
    try (LoadedProgram program = load(Optimization.O0)) {
      Walls walls = program.bind("walls", Walls.class);
      Step inner = n -> n + 1000;
      Step outer = n -> walls.check(n, inner);
      PinkPanicException panic =
          catchThrowableOfType(PinkPanicException.class, () -> walls.check(1, outer));
      List<String> shown =
          Arrays.stream(panic.getStackTrace())
              .map(frame -> frame.getClassName().equals("walls") ? frame.getMethodName() : "java")
              .toList();
      assertThat(shown.subList(0, 6))
          .containsExactly("inner", "check", "java", "inner", "check", "java");
    }
  }

  @Test
  void mainIsShownWithTheNameOfItsUnit() {
    try (LoadedProgram program = load(Optimization.O0)) {
      PinkPanicException panic =
          catchThrowableOfType(PinkPanicException.class, () -> program.run("main"));
      assertThat(panic.getStackTrace()[2])
          .isEqualTo(new StackTraceElement("main", "main", "main.pink", -1));
      assertThat(panic.getStackTrace()[3].getClassName()).startsWith("org.pinklang.api.");
    }
  }

  @Test
  void endlessRecursionIsShownFromItsEnd() {
    try (LoadedProgram program = load(Optimization.O0)) {
      Walls walls = program.bind("walls", Walls.class);
      PinkPanicException panic =
          catchThrowableOfType(PinkPanicException.class, () -> walls.endless(0));
      assertThat(panic.reason()).isEqualTo("out of stack");
      assertThat(panic.getStackTrace().length).isBetween(1000, 1200);
      assertThat(panic.getStackTrace()[900].getMethodName()).isEqualTo("endless");
    }
  }
}
