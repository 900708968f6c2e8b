package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pinklang.modules.resolve.Execution;
import org.pinklang.modules.resolve.ManifestRequest;

class ThreadLimitTest {
  private static final int UNITS = 60;

  /** Counts how many threads are in it at once. */
  private static final class Gauge {
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger entered = new AtomicInteger();

    private void pass() {
      entered.incrementAndGet();
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      // Gives others the chance to be here too.
      for (int i = 0; i < 20; i++) {
        Thread.yield();
      }
      inside.decrementAndGet();
    }
  }

  private static BuildResult build(Execution execution, Gauge light, Gauge heavy) {
    try (Project project = new Project()) {
      for (int i = 0; i < UNITS; i++) {
        String imports = "import m" + (i * 7 + 2) % UNITS + ";\nimport m" + (i + 1) % UNITS + ";\n";
        project.file(
            "m" + i + ".pink",
            "module m" + i + ";\n" + imports + "export fn f() -> Integer { " + i + "; }\n");
      }
      project.file("main.pink", "import m0;\nfn main() -> Integer { m0::f(); }\n");
      return project
          .input("main.pink")
          .execution(execution)
          .depth(BuildRequest.Depth.COMPILE)
          .resolver(
              (ManifestRequest request) -> {
                light.pass();
                return request.fromSource();
              })
          .backEnd(
              (unit, threadLost) -> {
                heavy.pass();
                return new CompiledUnit(new byte[0], List.of(), true, List.of());
              })
          .build();
    }
  }

  @Test
  void aPoolRunsNoMoreTasksAtOnceThanItHasThreads() {
    for (int threads : new int[] {1, 2, 8}) {
      Gauge all = new Gauge();
      BuildResult result = build(new Execution.Pool(threads), all, all);
      assertThat(result.units()).hasSize(UNITS + 1);
      assertThat(all.entered.get()).isEqualTo(2 * UNITS + 1);
      assertThat(all.most.get()).isBetween(1, threads);
    }
    Gauge single = new Gauge();
    build(new Execution.SingleThreaded(), single, single);
    assertThat(single.most.get()).isEqualTo(1);
  }

  @Test
  void anExecutorRunsLightTasksAndTheEngineHeavyOnesEachWithinItsBound() {
    for (int threads : new int[] {1, 3}) {
      Gauge light = new Gauge();
      Gauge heavy = new Gauge();
      try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
        BuildResult result = build(new Execution.On(executor), light, heavy);
        assertThat(result.units()).hasSize(UNITS + 1);
      }
      assertThat(light.entered.get()).isEqualTo(UNITS);
      assertThat(heavy.entered.get()).isEqualTo(UNITS + 1);
      assertThat(light.most.get()).isBetween(1, threads);
      assertThat(heavy.most.get()).isBetween(1, Runtime.getRuntime().availableProcessors());
    }
  }
}
