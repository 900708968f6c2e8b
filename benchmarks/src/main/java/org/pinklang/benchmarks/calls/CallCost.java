package org.pinklang.benchmarks.calls;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.pinklang.api.Compilation;
import org.pinklang.api.LoadedProgram;
import org.pinklang.api.Optimization;
import org.pinklang.api.PinkFunction;
import org.pinklang.api.Sources;

/** Calls of small functions from Java. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CallCost {
  private static final String TEXT =
      """
      module calls;
      export struct Pair { x: Integer, y: Integer }
      export fn nothing() -> Nil {}
      export fn dot(x: Integer, y: Integer) -> Integer { x * x + y * y; }
      export fn half(x: Float) -> Float { x / 2.0; }
      export fn swap(p: Pair) -> Pair { Pair { x: p.y, y: p.x }; }
      export fn first(xs: *[]Integer) -> Integer { xs[0]; }
      export fn apply(f: fn(Integer) -> Integer, x: Integer) -> Integer { f(x); }
      """;

  /** The struct {@code Pair}. */
  public record Pair(long x, long y) {}

  /** A function of numbers. */
  public interface Step {
    /** Takes one. */
    long apply(long x);
  }

  /** The functions of the module. */
  public interface Calls {
    /** Does nothing. */
    void nothing();

    /** A sum of squares. */
    long dot(long x, long y);

    /** Half of a number. */
    double half(double x);

    /** A pair the other way round. */
    Pair swap(Pair p);

    /** The first of some numbers. */
    long first(long[] xs);

    /** Calls a function. */
    long apply(Step f, long x);
  }

  private final long[] numbers = {1, 2, 3};
  private final LoadedProgram program =
      Compilation.builder()
          .sources(Sources.text("calls.pink", TEXT))
          .optimization(Optimization.O2)
          .build()
          .run()
          .load();
  private final Calls calls = program.bind("calls", Calls.class);
  private final PinkFunction dot = program.function("calls::dot");
  private long x = 3;

  /** Closes it. */
  @TearDown
  public void close() {
    program.close();
  }

  /** A native method of the JDK that does next to nothing, for comparison. */
  @Benchmark
  public long nativeMethodOfTheJdk() {
    return Runtime.getRuntime().freeMemory();
  }

  /** A bound function that does nothing. */
  @Benchmark
  public void boundNothing() {
    calls.nothing();
  }

  /** A bound function of two numbers. */
  @Benchmark
  public long boundDot() {
    return calls.dot(x, 4);
  }

  /** A bound function of a float. */
  @Benchmark
  public double boundHalf() {
    return calls.half(x);
  }

  /** A function called by name, with boxes. */
  @Benchmark
  public long namedDot() {
    return dot.invokeLong(x, 4L);
  }

  /** A struct each way. */
  @Benchmark
  public Pair boundStruct() {
    return calls.swap(new Pair(x, 4));
  }

  /** An array, copied there and back. */
  @Benchmark
  public long boundArray() {
    return calls.first(numbers);
  }

  /** A call back into Java. */
  @Benchmark
  public long boundCallback() {
    return calls.apply(n -> n + 1, x);
  }
}
