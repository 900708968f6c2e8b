package org.pinklang.link.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pinklang.link.TestObjects.object;
import static org.pinklang.link.load.ScalarType.BOOLEAN;
import static org.pinklang.link.load.ScalarType.FLOAT32;
import static org.pinklang.link.load.ScalarType.FLOAT64;
import static org.pinklang.link.load.ScalarType.INTEGER32;
import static org.pinklang.link.load.ScalarType.INTEGER64;
import static org.pinklang.link.load.ScalarType.INTEGER8;
import static org.pinklang.link.load.ScalarType.POINTER;
import static org.pinklang.link.load.ScalarType.UNSIGNED8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinklang.link.TestObjects;
import org.pinklang.link.load.CallOutcome.Exited;
import org.pinklang.link.load.CallOutcome.Panicked;
import org.pinklang.link.load.CallOutcome.Returned;
import org.pinklang.link.object.LinkObject;
import org.pinklang.link.object.LinkProblem;
import org.pinklang.link.runtime.RuntimeLibrary;

class LoadedCodeTest {
  private static final CodeLoader LOADER = new CodeLoader(new RuntimeLibrary());
  private static final Panicked OUT_OF_STACK = new Panicked("out of stack", "end.pink", 7, 9);
  private static final MachineSignature NUMBER_TO_NUMBER = signature(INTEGER64, INTEGER64);

  private static MachineSignature signature(ScalarType result, ScalarType... parameters) {
    return new MachineSignature(List.of(parameters), Optional.of(result));
  }

  private static LoadedCode load(LinkObject... objects) throws IOException {
    LoadOutcome outcome = LOADER.load(List.of(objects), TestObjects.TRIPLE, new TestEndings());
    assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
    return ((LoadOutcome.Loaded) outcome).code();
  }

  private static TestFunction function(LoadedCode code, String name, MachineSignature signature) {
    return new TestFunction(code.function(name), signature);
  }

  private static LoadedCode load(String text) throws IOException {
    return load(object("m.o", text));
  }

  private static final String DOUBLER =
      "define i64 @twice(i64 %n) {\n  %r = add i64 %n, %n\n  ret i64 %r\n}\n";

  @Test
  void scalarsOfAllKindsPassBothWays() throws Exception {
    try (LoadedCode code =
        load(
            """
            define signext i8 @narrow(i8 signext %a, i8 zeroext %b) {
              %r = add i8 %a, %b
              ret i8 %r
            }
            define zeroext i1 @not(i1 zeroext %a) {
              %r = xor i1 %a, true
              ret i1 %r
            }
            define double @sum(float %a, double %b) {
              %wide = fpext float %a to double
              %r = fadd double %wide, %b
              ret double %r
            }
            define { ptr, i64 } @slice(ptr %p, i64 %n) {
              %a = insertvalue { ptr, i64 } poison, ptr %p, 0
              %b = insertvalue { ptr, i64 } %a, i64 %n, 1
              ret { ptr, i64 } %b
            }
            define i64 @last(i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f, i64 %g, i64 %h, i64 %i, i64 %j, i64 %k, i64 %l, i64 %m, i64 %n, i64 %o, i64 %p, i64 %q, i64 %r) {
              ret i64 %r
            }
            """)) {
      assertThat(function(code, "narrow", signature(INTEGER8, INTEGER8, UNSIGNED8)).call(-100, 200))
          .isEqualTo(new Returned(100));
      assertThat(first(function(code, "not", signature(BOOLEAN, BOOLEAN)).call(1))).isZero();
      assertThat(first(function(code, "not", signature(BOOLEAN, BOOLEAN)).call(0))).isOne();
      long sum =
          first(
              function(code, "sum", signature(FLOAT64, FLOAT32, FLOAT64))
                  .call(Float.floatToRawIntBits(0.5f), Double.doubleToRawLongBits(1.25)));
      assertThat(Double.longBitsToDouble(sum)).isEqualTo(1.75);
      RegisterBlock registers = RegisterBlock.allocate(0);
      registers.setGeneral(0, 1234);
      registers.setGeneral(1, 56);
      code.function("slice").call(registers);
      assertThat(List.of(registers.result(0), registers.result(1))).containsExactly(1234L, 56L);
      ScalarType[] many = new ScalarType[18];
      Arrays.fill(many, INTEGER64);
      long[] numbers = IntStream.range(0, 18).mapToLong(i -> i).toArray();
      assertThat(first(function(code, "last", signature(INTEGER64, many)).call(numbers)))
          .isEqualTo(17);
    }
  }

  private static long first(CallOutcome outcome) {
    assertThat(outcome).isInstanceOf(Returned.class);
    return ((Returned) outcome).value();
  }

  @Test
  void functionsOfTheSystemsLibraryAreFound() throws Exception {
    try (LoadedCode code =
        load(
            """
            declare i64 @strtol(ptr, ptr, i32)
            declare double @cbrt(double)
            @text = private constant [3 x i8] c"27\\00"
            define double @root() {
              %n = call i64 @strtol(ptr @text, ptr null, i32 10)
              %x = sitofp i64 %n to double
              %r = call double @cbrt(double %x)
              ret double %r
            }
            """)) {
      long bits = first(function(code, "root", signature(FLOAT64)).call());
      assertThat(Double.longBitsToDouble(bits)).isBetween(2.999, 3.001);
    }
  }

  @Test
  void panicAndExitComeBackAndTheCodeGoesOn() throws Exception {
    try (LoadedCode code =
        load(
            DOUBLER
                + """
                @file = private constant [7 x i8] c"m.pink\\00"
                declare void @pink_panic(ptr, i64, ptr, i32, i32)
                declare void @pink_panic_index(i64, i64, i32, ptr, i32, i32)
                declare void @pink_exit(i32)
                define void @say(ptr %text, i64 %length) {
                  call void @pink_panic(ptr %text, i64 %length, ptr @file, i32 3, i32 4)
                  unreachable
                }
                define void @local() {
                  %text = alloca [4 x i8]
                  store i32 1819043144, ptr %text
                  call void @pink_panic(ptr %text, i64 4, ptr @file, i32 5, i32 6)
                  unreachable
                }
                define void @index() {
                  call void @pink_panic_index(i64 5, i64 3, i32 0, ptr @file, i32 1, i32 2)
                  unreachable
                }
                define void @leave(i32 %status) {
                  call void @pink_exit(i32 %status)
                  unreachable
                }
                """)) {
      MachineSignature nothing = new MachineSignature(List.of(), Optional.empty());
      for (int i = 0; i < 1000; i++) {
        assertThat(function(code, "local", nothing).call())
            .isEqualTo(new Panicked("Hell", "m.pink", 5, 6));
      }
      assertThat(function(code, "index", nothing).call())
          .isEqualTo(new Panicked("index 5 out of range for length 3", "m.pink", 1, 2));
      MachineSignature taking = new MachineSignature(List.of(INTEGER32), Optional.empty());
      assertThat(function(code, "leave", taking).call(-3)).isEqualTo(new Exited(-3));
      MachineSignature slice = new MachineSignature(List.of(POINTER, INTEGER64), Optional.empty());
      assertThat(function(code, "say", slice).call(0, 0))
          .isEqualTo(new Panicked("", "m.pink", 3, 4));
      assertThat(first(function(code, "twice", NUMBER_TO_NUMBER).call(21))).isEqualTo(42);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 200_000, 1 << 20, 64 << 20, 1 << 30})
  void endlessRecursionIsPanicOnThreadsWithStacksOfAnySize(long stackBytes) throws Exception {
    try (LoadedCode code = load(TestObjects.ENDLESS)) {
      TestFunction endless = function(code, "endless", NUMBER_TO_NUMBER);
      FutureTask<CallOutcome> task = new FutureTask<>(() -> endless.call(0));
      new Thread(null, task, "recursing", stackBytes).start();
      assertThat(task.get()).isEqualTo(OUT_OF_STACK);
    }
  }

  @Test
  void frameThatIsNotTakenYetIsReckonedWithThread() throws Exception {
    String text =
        """
        @file = private constant [7 x i8] c"m.pink\\00"
        declare void @pink_out_of_stack_for(ptr, i32, i32, i64)
        define void @takes(i64 %bytes) {
          call void @pink_out_of_stack_for(ptr @file, i32 1, i32 2, i64 %bytes)
          ret void
        }
        """;
    try (LoadedCode code = load(text)) {
      MachineSignature taking = new MachineSignature(List.of(INTEGER64), Optional.empty());
      TestFunction takes = function(code, "takes", taking);
      assertThat(takes.call(1000)).isEqualTo(new Returned(0));
      assertThat(takes.call(1L << 40)).isEqualTo(new Panicked("out of stack", "m.pink", 1, 2));
    }
  }

  @Test
  void endlessRecursionDeepInJavaIsPanicToo() throws Exception {
    try (LoadedCode code = load(TestObjects.ENDLESS)) {
      TestFunction endless = function(code, "endless", NUMBER_TO_NUMBER);
      assertThat(endless.call(0)).isEqualTo(OUT_OF_STACK);
      assertThat(below(500, endless)).isEqualTo(OUT_OF_STACK);
      assertThat(below(500, endless)).isEqualTo(OUT_OF_STACK);
    }
  }

  private static CallOutcome below(int frames, TestFunction function) {
    return frames == 0 ? function.call(0) : below(frames - 1, function);
  }

  @Test
  void threadsWithStacksAtAnyPlaceCallAtTheSameTime() throws Exception {
    try (LoadedCode code = load(object("a.o", TestObjects.ENDLESS), object("b.o", DOUBLER))) {
      TestFunction endless = function(code, "endless", NUMBER_TO_NUMBER);
      TestFunction twice = function(code, "twice", NUMBER_TO_NUMBER);
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Future<?>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(threads.submit(() -> callBoth(twice, endless)));
      }
      for (Future<?> result : results) {
        result.get();
      }
      threads.shutdown();
    }
  }

  private static void callBoth(TestFunction twice, TestFunction endless) {
    for (int n = 0; n < 2000; n++) {
      assertThat(twice.call(n)).isEqualTo(new Returned(2L * n));
      if (n % 50 == 0) {
        assertThat(endless.call(0)).isEqualTo(OUT_OF_STACK);
      }
    }
  }

  @Test
  void mainSeesItsArgumentsAndGivesItsStatus() throws Exception {
    try (LoadedCode code =
        load(
            """
            declare { ptr, i64 } @pink_arguments()
            define i32 @main(i32 %count, ptr %vector) {
              %all = call { ptr, i64 } @pink_arguments()
              %first = extractvalue { ptr, i64 } %all, 0
              %number = extractvalue { ptr, i64 } %all, 1
              %last_at = getelementptr { ptr, i64 }, ptr %first, i64 1, i32 1
              %length = load i64, ptr %last_at
              %text_at = getelementptr ptr, ptr %vector, i64 1
              %text = load ptr, ptr %text_at
              %byte = load i8, ptr %text
              %value = zext i8 %byte to i32
              %number_32 = trunc i64 %number to i32
              %length_32 = trunc i64 %length to i32
              %a = mul i32 %number_32, 10
              %b = add i32 %a, %length_32
              %c = add i32 %b, %value
              ret i32 %c
            }
            """)) {
      int status = code.runMain(List.of("program", "A word"));
      assertThat(status).isEqualTo(2 * 10 + 6 + 'A');
      assertThat(code.runMain(List.of("program", ""))).isEqualTo(20);
    }
  }

  @Test
  void mainOfTheJavaMachineIsNotTakenForTheProgram() throws Exception {
    try (LoadedCode code = load(DOUBLER)) {
      assertThatThrownBy(() -> code.runMain(List.of("x")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void laterObjectsUseEarlierOnesAndProblemsAddNothing() throws Exception {
    try (LoadedCode code = load(DOUBLER)) {
      String caller =
          "declare i64 @twice(i64)\ndeclare i64 @none()\ndefine i64 @four(i64 %n) {\n"
              + "  %a = call i64 @twice(i64 %n)\n  %b = call i64 @twice(i64 %a)\n";
      LinkObject wrong = object("wrong.o", caller + "  %c = call i64 @none()\n  ret i64 %c\n}\n");
      LoadOutcome refused =
          code.loadOnTop(List.of(wrong, object("again.o", DOUBLER)), new TestEndings());
      assertThat(((LoadOutcome.Refused) refused).problems())
          .containsExactly(
              new LinkProblem.DuplicateSymbol("twice", List.of("again.o")),
              new LinkProblem.UndefinedSymbol("none", List.of("wrong.o")));
      LinkObject right = object("right.o", caller + "  ret i64 %b\n}\n");
      try (LoadedCode top = onTop(code, right)) {
        assertThat(first(function(top, "four", NUMBER_TO_NUMBER).call(10))).isEqualTo(40);
      }
      assertThat(first(function(code, "twice", NUMBER_TO_NUMBER).call(10))).isEqualTo(20);
    }
  }

  private static LoadedCode onTop(LoadedCode code, LinkObject object) throws IOException {
    return ((LoadOutcome.Loaded) code.loadOnTop(List.of(object), new TestEndings())).code();
  }

  @Test
  void codeThatOthersUseIsClosedWithThemAndCodeThatUsesItAlone() throws Exception {
    LoadedCode base = load(DOUBLER);
    String caller =
        "declare i64 @twice(i64)\ndefine i64 @%s(i64 %%n) {\n  %%a = call i64 @%s(i64 %%n)\n"
            + "  ret i64 %%a\n}\n";
    LoadedCode middle = onTop(base, object("m.o", caller.formatted("middle", "twice")));
    String on = caller.replace("@twice", "@middle").formatted("top", "middle");
    LoadedCode top = onTop(base, object("t.o", on));
    LoadedCode other = onTop(base, object("o.o", caller.formatted("other", "twice")));
    middle.close();
    assertThatThrownBy(() -> top.function("top")).isInstanceOf(IllegalStateException.class);
    assertThat(first(function(other, "other", NUMBER_TO_NUMBER).call(4))).isEqualTo(8);
    base.close();
    assertThatThrownBy(() -> other.function("other")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nestedCallsEndTheInnermostOnly() throws Exception {
    String text =
        "define i64 @apply(ptr %f, i64 %n) {\n  %r = call i64 %f(i64 %n)\n  ret i64 %r\n}\n";
    try (LoadedCode code = load(text + TestObjects.ENDLESS);
        NativeCallback nested =
            NativeCallback.of(
                registers -> {
                  TestFunction endless = function(code, "endless", NUMBER_TO_NUMBER);
                  assertThat(endless.call(0)).isEqualTo(OUT_OF_STACK);
                  registers.setResult(0, registers.general(0) + 1);
                })) {
      TestFunction apply = function(code, "apply", signature(INTEGER64, POINTER, INTEGER64));
      assertThat(apply.call(nested.address(), 7)).isEqualTo(new Returned(8));
    }
  }

  @Test
  void loadedCodeCallsJavaWhichCallsLoadedCode() throws Exception {
    String text =
        "define i64 @apply(ptr %f, i64 %n) {\n  %r = call i64 %f(i64 %n, i8 signext -5)\n"
            + "  %s = add i64 %r, 1\n  ret i64 %s\n}\n";
    try (LoadedCode code = load(DOUBLER + text)) {
      TestFunction twice = function(code, "twice", NUMBER_TO_NUMBER);
      TestFunction apply = function(code, "apply", signature(INTEGER64, POINTER, INTEGER64));
      try (NativeCallback callback =
          NativeCallback.of(
              registers ->
                  registers.setResult(
                      0, first(twice.call(registers.general(0))) * (byte) registers.general(1)))) {
        assertThat(first(apply.call(callback.address(), 21))).isEqualTo(-209);
      }
    }
  }

  @Test
  void exceptionOfCallbackPassesThroughLoadedCode() throws Exception {
    String text =
        "define i64 @apply(ptr %f, i64 %n) {\n  %r = call i64 %f(i64 %n)\n  ret i64 %r\n}\n";
    try (LoadedCode code = load(text + TestObjects.ENDLESS)) {
      TestFunction apply = function(code, "apply", signature(INTEGER64, POINTER, INTEGER64));
      TestFunction endless = function(code, "endless", NUMBER_TO_NUMBER);
      IOException thrown = new IOException("from Java");
      try (NativeCallback failing =
          NativeCallback.of(
              registers -> {
                assertThat(endless.call(0)).isEqualTo(OUT_OF_STACK);
                if (registers.general(0) == 3) {
                  throw thrown;
                }
                registers.setResult(0, registers.general(0));
              })) {
        for (int i = 0; i < 100; i++) {
          assertThat(apply.call(failing.address(), 3)).isEqualTo(new CallOutcome.Unwound(thrown));
          assertThat(first(apply.call(failing.address(), 4))).isEqualTo(4);
        }
      }
    }
  }

  @Test
  void callbackThatWasClosedFailsAndPlacesAreTakenAgain() throws Exception {
    String text =
        "define i64 @apply(ptr %f, i64 %n) {\n  %r = call i64 %f(i64 %n)\n  ret i64 %r\n}\n";
    try (LoadedCode code = load(text)) {
      LoadedFunction apply = code.function("apply");
      MachineSignature signature = signature(INTEGER64, POINTER, INTEGER64);
      for (int i = 0; i < 3000; i++) {
        long number = i;
        NativeCallback callback = NativeCallback.of(registers -> registers.setResult(0, number));
        long address = callback.address();
        assertThat(apply.call(signature, address, 0)).isEqualTo(i);
        callback.close();
        assertThatThrownBy(() -> apply.call(signature, address, 0))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("closed");
      }
    }
  }

  @Test
  void memoryIsPassedByAddress() throws Exception {
    String text =
        "define i64 @sum(ptr %p) {\n"
            + "  %a = load i8, ptr %p\n"
            + "  %q = getelementptr i8, ptr %p, i64 2\n"
            + "  store i8 9, ptr %q\n"
            + "  %b = zext i8 %a to i64\n"
            + "  ret i64 %b\n"
            + "}\n";
    try (LoadedCode code = load(text);
        NativeMemory memory = NativeMemory.of(new byte[] {77, 2, 3})) {
      TestFunction sum = function(code, "sum", signature(INTEGER64, POINTER));
      assertThat(first(sum.call(memory.address()))).isEqualTo(77);
      assertThat(memory.get(0, 4)).containsExactly(77, 2, 9, 0);
      assertThat(NativeMemory.read(memory.address() + 1, 2)).containsExactly(2, 9);
      assertThatThrownBy(() -> memory.get(2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void lockOfStandardModulesIsFreeAfterPanicThatHeldIt() throws Exception {
    String text =
        """
        declare void @pink_lock()
        declare void @pink_unlock()
        define i64 @locked(i64 %n) {
          call void @pink_lock()
          %is_endless = icmp eq i64 %n, 0
          br i1 %is_endless, label %fail, label %succeed
        fail:
          %never = call i64 @endless(i64 0)
          br label %succeed
        succeed:
          call void @pink_unlock()
          ret i64 7
        }
        """;
    try (LoadedCode code = load(TestObjects.ENDLESS + text)) {
      TestFunction locked = function(code, "locked", NUMBER_TO_NUMBER);
      assertThat(locked.call(0)).isEqualTo(OUT_OF_STACK);
      assertThat(locked.call(1)).isEqualTo(new Returned(7));
    }
  }

  @Test
  void useAfterCloseIsAnExceptionAndClosingTwiceIsNothing() throws Exception {
    LoadedCode code = load(DOUBLER);
    TestFunction twice = function(code, "twice", NUMBER_TO_NUMBER);
    code.close();
    code.close();
    assertThatThrownBy(() -> twice.call(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> function(code, "twice", NUMBER_TO_NUMBER))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> code.loadOnTop(List.of(), new TestEndings()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> code.runMain(List.of())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void codeClosedDuringCallsIsFreedAfterThem() throws Exception {
    for (int round = 0; round < 20; round++) {
      LoadedCode code = load(DOUBLER);
      TestFunction twice = function(code, "twice", NUMBER_TO_NUMBER);
      List<FutureTask<Long>> callers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        FutureTask<Long> caller = new FutureTask<>(() -> callUntilClosed(twice));
        callers.add(caller);
        new Thread(caller).start();
      }
      code.close();
      for (FutureTask<Long> caller : callers) {
        assertThat(caller.get()).isNotNegative();
      }
    }
  }

  private static long callUntilClosed(TestFunction twice) {
    for (long calls = 0; ; calls++) {
      try {
        assertThat(first(twice.call(calls))).isEqualTo(2 * calls);
      } catch (IllegalStateException closed) {
        return calls;
      }
    }
  }

  @Test
  void wrongUseOfFunctionsIsToldAtOnce() throws Exception {
    try (LoadedCode code = load(DOUBLER)) {
      assertThatThrownBy(() -> function(code, "twice", NUMBER_TO_NUMBER).call(1, 2))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1 arguments, not 2");
      assertThatThrownBy(() -> function(code, "thrice", NUMBER_TO_NUMBER))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("thrice");
    }
  }
}
