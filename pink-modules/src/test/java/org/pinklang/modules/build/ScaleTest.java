package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.pinklang.modules.resolve.Execution;
import org.pinklang.modules.source.SourceInput;

/**
 * Programs with very many modules, built with little stack. {@code -Dpink.long=true} takes ten
 * times as many, {@code -Dpink.scale} any number of times.
 */
class ScaleTest {
  private static final int SMALL_STACK = 512 << 10;
  private static final int TIMES =
      Integer.getInteger("pink.scale", Boolean.getBoolean("pink.long") ? 10 : 1);
  private static final int CHAIN = 10_000 * TIMES;
  private static final int FAN = 2_000 * TIMES;
  private static final int TANGLE = 1_000 * TIMES;

  private static List<SourceInput> modules(int count, IntFunction<String> text) {
    List<SourceInput> modules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      modules.add(new SourceInput.Text("m" + i + ".pink", "module m" + i + ";\n" + text.apply(i)));
    }
    return modules;
  }

  private static List<SourceInput> chain(int length, String last, IntFunction<String> link) {
    return modules(length, i -> i + 1 < length ? link.apply(i + 1) : last);
  }

  /** Builds while the calling thread has little stack. */
  private static BuildResult build(
      List<SourceInput> inputs, Execution execution, BuildRequest.Depth depth) {
    return onSmallStack(
        () -> {
          try (Project project = new Project()) {
            inputs.forEach(project::input);
            return project.execution(execution).depth(depth).build();
          }
        });
  }

  private static <T> T onSmallStack(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    new Thread(null, task, "small", SMALL_STACK).start();
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static void checks(List<SourceInput> inputs, Execution execution) {
    BuildResult result = build(inputs, execution, BuildRequest.Depth.CHECK);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.units()).hasSize(inputs.size());
    Counters counters = result.counters();
    assertThat(counters.scanned()).isEqualTo(inputs.size());
    assertThat(counters.outlined()).isEqualTo(inputs.size());
    assertThat(counters.checked()).isEqualTo(inputs.size());
    assertThat(result.graph().order()).hasSize(inputs.size());
  }

  private static List<SourceInput> callChain(int length) {
    return chain(
        length,
        "export fn f() -> Integer { 1; }\n",
        next -> "import m%d;\nexport fn f() -> Integer { m%d::f() + 1; }\n".formatted(next, next));
  }

  @Test
  void aChainChecksOnOneThreadAndOnTwo() {
    checks(callChain(CHAIN), new Execution.SingleThreaded());
    checks(callChain(CHAIN), new Execution.Pool(2));
  }

  @Test
  void aChainChecksOnThreadsOfTheCallerWithLittleStack() {
    LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    Executor executor = tasks::add;
    Thread worker =
        new Thread(
            null,
            () -> {
              try {
                while (true) {
                  tasks.take().run();
                }
              } catch (InterruptedException e) {
                // The test has ended.
              }
            },
            "worker",
            SMALL_STACK);
    worker.setDaemon(true);
    worker.start();
    checks(callChain(CHAIN / 10), new Execution.On(executor));
    worker.interrupt();
  }

  @Test
  void aChainIsFoundFromItsFirstUnit() {
    int length = CHAIN / 5;
    onSmallStack(
        () -> {
          try (Project project = new Project()) {
            for (int i = 0; i < length; i++) {
              String next = i + 1 < length ? "import m" + (i + 1) + ";\n" : "";
              project.file("m" + i + ".pink", "module m" + i + ";\n" + next);
            }
            BuildResult result =
                project
                    .input("m0.pink")
                    .execution(new Execution.SingleThreaded())
                    .depth(BuildRequest.Depth.GRAPH)
                    .build();
            assertThat(result.graph().components()).hasSize(length);
            assertThat(result.counters().scanned()).isEqualTo(length);
            return result;
          }
        });
  }

  @Test
  void aUnitImportsManyModules() {
    StringBuilder main = new StringBuilder();
    for (int i = 0; i < FAN; i++) {
      main.append("import m").append(i).append(";\n");
    }
    main.append("fn main() -> Integer {\nvar sum: Integer := 0;\n");
    for (int i = 0; i < FAN; i++) {
      main.append("sum = sum + m").append(i).append("::f();\n");
    }
    main.append("sum;\n}\n");
    List<SourceInput> inputs = modules(FAN, i -> "export fn f() -> Integer { 1; }\n");
    inputs.add(new SourceInput.Text("main.pink", main.toString()));
    checks(inputs, new Execution.SingleThreaded());
    checks(inputs, new Execution.Pool(2));
  }

  @Test
  void manyUnitsImportOneModule() {
    List<SourceInput> inputs =
        modules(FAN, i -> "import base;\nexport fn f() -> Integer { base::f(); }\n");
    inputs.add(
        new SourceInput.Text("base.pink", "module base;\nexport fn f() -> Integer { 1; }\n"));
    checks(inputs, new Execution.SingleThreaded());
    checks(inputs, new Execution.Pool(2));
  }

  @Test
  void aModuleHasManyPartitionsAndImplementationUnits() {
    StringBuilder primary = new StringBuilder("module m;\n");
    List<SourceInput> inputs = new ArrayList<>();
    for (int i = 0; i < FAN; i++) {
      primary.append("export import :p").append(i).append(";\n");
      inputs.add(
          new SourceInput.Text(
              "m-p" + i + ".pink",
              "module m:p%1$d;\nimport m;\nexport fn f%1$d(x: Integer) -> Integer;\n"
                  .formatted(i)));
      inputs.add(
          new SourceInput.Text(
              "m+i" + i + ".pink",
              "implement m;\nfn f%d(x: Integer) -> Integer { f%d(x); }\n"
                  .formatted(i, (i + 1) % FAN)));
    }
    inputs.add(new SourceInput.Text("m.pink", primary.toString()));
    BuildResult result = build(inputs, new Execution.Pool(2), BuildRequest.Depth.CHECK);
    assertThat(result.counters().checked()).isEqualTo(inputs.size());
    assertThat(result.graph().components()).hasSize(FAN + 1);
  }

  @Test
  void manyModulesFormOneCycle() {
    List<SourceInput> inputs =
        modules(
            TANGLE,
            i ->
                "import m%1$d;\nexport fn f(n: Integer) -> Integer { if (n > 0) { m%1$d::f(n - 1); } else { 0; } }\n"
                    .formatted((i + 1) % TANGLE));
    BuildResult result = build(inputs, new Execution.Pool(2), BuildRequest.Depth.CHECK);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.graph().components()).hasSize(1);
  }

  @Test
  void constantsAndTypesReachThroughManyModules() {
    checks(
        chain(
            TANGLE,
            "export const c: Integer := 1;\n",
            next -> "import m%d;\nexport const c: Integer := m%d::c + 1;\n".formatted(next, next)),
        new Execution.Pool(2));
    checks(
        chain(
            TANGLE,
            "export struct S { x: Integer }\n",
            next ->
                "import m%d;\nexport struct S { inner: m%d::S }\nexport fn f(s: S) -> Nil {}\n"
                    .formatted(next, next)),
        new Execution.Pool(2));
  }

  @Test
  void aNameIsFoundThroughManyReexports() {
    checks(
        chain(
            TANGLE,
            "export fn f() -> Integer { 1; }\n",
            next ->
                "export import m%d;\nexport fn g%d() -> Integer { m%d::f(); }\n"
                    .formatted(next, next, next)),
        new Execution.Pool(2));
  }
}
