package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** Loaded programs on many threads, on top of each other, and after they were closed. */
class LoadedLifetimeTest {
  private static final int CYCLES = Boolean.getBoolean("pink.long") ? 20_000 : 2_000;

  static final String BASE =
      """
      module base;
      import std.text;
      export var count: Integer := 0;
      export struct Box { value: Integer }
      export fn next() -> Integer { count = count + 1; count; }
      export fn open(b: *Box) -> Integer { b.value; }
      export fn apply(f: fn(Integer) -> Integer, x: Integer) -> Integer { f(x); }
      export fn endless(n: Integer) -> Integer { endless(n + 1) + n; }
      export fn trimmed() -> Integer { text::trim("  ab ").length; }
      """;

  static final String TOP =
      """
      module top;
      import base;
      import std.text;
      export fn twice() -> Integer { base::next() + base::next() + base::count; }
      export fn boxed(x: Integer) -> Integer { b := base::Box { value: x }; base::open(&b); }
      export fn found() -> Integer { text::find("abc", "c"); }
      export fn fail() -> Integer { base::apply(refuse, 1); }
      fn refuse(x: Integer) -> Integer { panic("no"); x; }
      """;

  /** The functions of {@code base}. */
  public interface Base {
    /** Counts. */
    long next();

    /** Calls a function with a number. */
    long apply(LongUnaryOperator f, long x);

    /** Does not come back. */
    long endless(long n);
  }

  static CompilationResult compile(Map<String, String> texts, CompilationResult... before) {
    Compilation.Builder builder = Compilation.builder().sources(Sources.texts(texts));
    for (CompilationResult one : before) {
      builder = builder.resolver(ManifestResolver.inMemory(one.manifests()));
    }
    return builder.build().run().orThrow();
  }

  private static LoadedProgram base() {
    return compile(Map.of("base.pink", BASE)).load();
  }

  @Test
  void laterCompilationUsesWhatIsLoadedAndReplacesNothing() {
    CompilationResult first = compile(Map.of("base.pink", BASE));
    CompilationResult second = compile(Map.of("top.pink", TOP), first);
    try (LoadedProgram program = first.load()) {
      assertThat(program.function("base::next").invokeLong()).isEqualTo(1);
      LoadedProgram top = program.load(second);
      assertThat(top.function("top::twice").invokeLong()).isEqualTo(2 + 3 + 3);
      assertThat(program.function("top::twice").invokeLong()).isEqualTo(4 + 5 + 5);
      assertThat(top.function("top::found").invokeLong()).isEqualTo(2);
      assertThat(top.function("top::boxed").invokeLong(7)).isEqualTo(7);
      assertThatThrownBy(() -> top.function("top::fail").invokeLong())
          .isInstanceOf(PinkPanicException.class)
          .hasMessage("no at top.pink:8:36");
      CompilationResult again =
          compile(Map.of("base.pink", "module base;\nexport fn next() -> Integer { 0; }\n"));
      assertThatThrownBy(() -> program.load(again))
          .isInstanceOf(LinkException.class)
          .hasMessageContaining("next");
      assertThatThrownBy(() -> program.load(second)).isInstanceOf(LinkException.class);
      assertThat(program.function("base::next").invokeLong()).isEqualTo(6);
      top.close();
      assertThatThrownBy(() -> top.function("top::twice"))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> program.function("top::twice"))
          .isInstanceOf(IllegalArgumentException.class);
      try (LoadedProgram anew = program.load(second)) {
        assertThat(anew.function("top::twice").invokeLong()).isEqualTo(7 + 8 + 8);
        assertThat(program.function("top::twice").invokeLong()).isEqualTo(9 + 10 + 10);
      }
    }
  }

  @Test
  void closingWhatIsBelowClosesWhatIsOnTop() {
    CompilationResult first = compile(Map.of("base.pink", BASE));
    LoadedProgram program = first.load();
    LoadedProgram top = program.load(compile(Map.of("top.pink", TOP), first));
    PinkFunction twice = top.function("top::twice");
    program.close();
    assertThatThrownBy(twice::invokeLong).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> program.load(first)).isInstanceOf(IllegalStateException.class);
    top.close();
  }

  @Test
  void whatIsMissingBelowIsNamed() {
    CompilationResult first = compile(Map.of("base.pink", BASE));
    CompilationResult second = compile(Map.of("top.pink", TOP), first);
    try (LoadedProgram other =
        compile(Map.of("a.pink", "module a;\nexport fn f() -> Integer { 1; }\n")).load()) {
      assertThatThrownBy(() -> other.load(second))
          .isInstanceOf(LinkException.class)
          .hasMessageContaining("base");
    }
  }

  @Test
  void closeDuringCallDoesNotWaitAndTheCallEndsWell() throws Exception {
    LoadedProgram program = base();
    Base functions = program.bind("base", Base.class);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    FutureTask<Long> call =
        new FutureTask<>(
            () ->
                functions.apply(
                    x -> {
                      inside.countDown();
                      await(closed);
                      return x + 1;
                    },
                    41));
    Thread.ofPlatform().start(call);
    inside.await();
    program.close();
    assertThatThrownBy(functions::next).isInstanceOf(IllegalStateException.class);
    closed.countDown();
    assertThat(call.get()).isEqualTo(42);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void programIsClosedByCallbackOfItsOwn() {
    LoadedProgram program = base();
    Base functions = program.bind("base", Base.class);
    long result =
        functions.apply(
            x -> {
              program.close();
              return x;
            },
            5);
    assertThat(result).isEqualTo(5);
    assertThatThrownBy(functions::next).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void callsRaceWithCloseOnManyThreads() throws Exception {
    for (int round = 0; round < 20; round++) {
      LoadedProgram program = base();
      Base functions = program.bind("base", Base.class);
      List<FutureTask<Long>> callers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        FutureTask<Long> caller = new FutureTask<>(() -> callUntilClosed(functions));
        callers.add(caller);
        (i % 2 == 0 ? Thread.ofVirtual() : Thread.ofPlatform()).start(caller);
      }
      functions.next();
      program.close();
      for (FutureTask<Long> caller : callers) {
        assertThat(caller.get()).isNotNegative();
      }
    }
  }

  private static long callUntilClosed(Base functions) {
    for (long calls = 0; ; calls++) {
      try {
        functions.apply(x -> functions.next(), 1);
      } catch (IllegalStateException closed) {
        return calls;
      }
    }
  }

  @Test
  void endlessRecursionPanicsOnEveryKindOfThread() throws Exception {
    try (LoadedProgram program = base();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      Base functions = program.bind("base", Base.class);
      assertOutOfStack(functions);
      List<Future<?>> tasks = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        tasks.add(pool.submit(() -> assertOutOfStack(functions)));
        tasks.add(virtual.submit(() -> assertOutOfStack(functions)));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
      assertOutOfStack(functions);
    }
  }

  private static void assertOutOfStack(Base functions) {
    assertThatThrownBy(() -> functions.endless(0))
        .isInstanceOf(PinkPanicException.class)
        .hasMessageStartingWith("out of stack at base.pink");
    assertThat(functions.apply(x -> x + 1, 1)).isEqualTo(2);
  }

  /** In a JVM of its own, whose heap does not grow, so that all growth is of what was loaded. */
  @Test
  void manyCyclesOfLoadingAndClosingLeaveMemoryFlat() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xms96m",
                "-Xmx96m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-Dpink.cycles=" + CYCLES,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LoadingCycles.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
