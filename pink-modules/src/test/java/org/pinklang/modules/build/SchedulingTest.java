package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.modules.resolve.Execution;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.resolve.Resolvers;

class SchedulingTest {

  @Test
  void manyImportersOfOneUnlistedModuleOutlineItOnce() {
    try (Project project = new Project()) {
      project.file("base.pink", "module base;\nexport fn f() -> Integer { 1; }\n");
      for (int i = 0; i < 64; i++) {
        String name = "m" + i;
        project.file(name + ".pink", "module " + name + ";\nimport base;\n");
        project.input(name + ".pink");
      }
      Counters counters = project.build().counters();
      assertThat(counters.scanned()).isEqualTo(65);
      assertThat(counters.outlined()).isEqualTo(65);
      assertThat(counters.checked()).isEqualTo(64);
    }
  }

  @Test
  void aLongChainNeedsNoMoreThanOneThread() {
    try (Project project = new Project()) {
      int length = 3_000;
      for (int i = 0; i < length; i++) {
        String next = i + 1 < length ? "import m" + (i + 1) + ";\n" : "";
        project.file("m" + i + ".pink", "module m" + i + ";\n" + next);
      }
      BuildResult result =
          project
              .input("m0.pink")
              .execution(new Execution.SingleThreaded())
              .depth(BuildRequest.Depth.MANIFESTS)
              .build();
      assertThat(result.units()).hasSize(length);
      assertThat(result.graph().components()).hasSize(length);
      assertThat(result.graph().order().getFirst().logicalName())
          .isEqualTo("m" + (length - 1) + ".pink");
    }
  }

  @Test
  void everyWayOfRunningGivesTheSame() {
    List<String> expected = tangled(new Execution.SingleThreaded());
    assertThat(expected).isNotEmpty();
    assertThat(tangled(new Execution.Pool(1))).isEqualTo(expected);
    assertThat(tangled(new Execution.Pool(8))).isEqualTo(expected);
    assertThat(tangled(new Execution.On(Runnable::run))).isEqualTo(expected);
    assertThat(tangled(new Execution.On(new UnfairExecutor(7)))).isEqualTo(expected);
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      assertThat(tangled(new Execution.On(threads))).isEqualTo(expected);
    }
  }

  @Test
  void anExecutorThatTakesNothingMoreEndsTheBuild() {
    ExecutorService ended = Executors.newFixedThreadPool(1);
    ended.shutdown();
    assertThatThrownBy(() -> tangled(new Execution.On(ended)))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("the executor of the build did not take a task");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void anExecutorThatRejectsOneTaskEndsTheBuild(int which) {
    AtomicInteger given = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Executor rejecting =
          task -> {
            if (given.incrementAndGet() == which) {
              throw new RejectedExecutionException("task " + which);
            }
            threads.execute(task);
          };
      // A thread that is at work may have taken the task before it was rejected; then all is well.
      Throwable ended = catchThrowable(() -> tangled(new Execution.On(rejecting)));
      if (ended != null) {
        assertThat(ended)
            .isInstanceOf(RejectedExecutionException.class)
            .hasRootCauseMessage("task " + which);
      }
    }
  }

  @Test
  void aTaskThatFindsNoThreadIsNotCountedTwice() {
    AtomicInteger given = new AtomicInteger();
    Executor rejecting =
        task -> {
          if (given.incrementAndGet() == 1) {
            throw new RejectedExecutionException();
          }
          task.run();
        };
    Lanes lanes = new Lanes(rejecting, 1);
    assertThatThrownBy(() -> lanes.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(lanes.discard()).isZero();
    AtomicInteger run = new AtomicInteger();
    lanes.execute(run::incrementAndGet);
    assertThat(run).hasValue(1);
  }

  @Test
  void anInterruptThatSomebodyLeftOnAnExecutorsThreadIsNotForTheBuild() {
    Set<Boolean> kept = ConcurrentHashMap.newKeySet();
    Executor interrupted =
        task ->
            new Thread(
                    () -> {
                      Thread.currentThread().interrupt();
                      task.run();
                      kept.add(Thread.currentThread().isInterrupted());
                    })
                .start();
    assertThat(tangled(new Execution.On(interrupted)))
        .isEqualTo(tangled(new Execution.SingleThreaded()));
    assertThat(kept).doesNotContain(false);
  }

  /** What is found in a program with cycles, partitions, missing modules and a broken unit. */
  private static List<String> tangled(Execution execution) {
    try (Project project = new Project()) {
      project.file("main.pink", "import a;\nimport gone;\nfn main() { a::f(1); }\n");
      project.file(
          "a.pink", "module a;\nimport b;\nexport import :p;\nexport fn f() { b::g(); }\n");
      project.file("a-p.pink", "module a:p;\nimport gone;\nexport fn h( {}\n");
      project.file("a+x.pink", "implement a;\nfn k() { unknown(); }\n");
      project.file("b.pink", "module b;\nimport a;\nexport fn g() { a::f(); }\n");
      List<String> found = Project.shown(project.inputFolder(".").execution(execution).build());
      return new ArrayList<>(found);
    }
  }

  /** Runs what it is given in random order, one task inside another. */
  private static final class UnfairExecutor implements Executor {
    private final Random random;
    private final List<Runnable> waiting = new ArrayList<>();

    private UnfairExecutor(long seed) {
      random = new Random(seed);
    }

    @Override
    public void execute(Runnable task) {
      Runnable chosen;
      synchronized (waiting) {
        waiting.add(task);
        chosen = waiting.remove(random.nextInt(waiting.size()));
      }
      chosen.run();
    }
  }

  @Test
  void aTaskOfACallersExecutorNeedsLittleStack() throws InterruptedException {
    Set<Throwable> failures = ConcurrentHashMap.newKeySet();
    Executor small =
        task -> {
          Thread thread = new Thread(null, task, "small", 256 << 10);
          thread.setUncaughtExceptionHandler((t, e) -> failures.add(e));
          thread.start();
        };
    try (Project project = new Project()) {
      String deep = "(".repeat(2_000) + "1" + ")".repeat(2_000);
      project.file("main.pink", "fn main() -> Integer { " + deep + "; }\n").input("main.pink");
      assertThat(project.execution(new Execution.On(small)).build().succeeded()).isTrue();
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void anAnswerThatComesLaterHoldsNoThread() {
    try (Project project = new Project()) {
      project.file("main.pink", "import far;\nfn main() -> Integer { far::f(); }\n");
      project.file("far.pink", "module far;\nexport fn f() -> Integer { 1; }\n");
      Manifest manifest = manifestOf(project, "far.pink");
      CompletableFuture<Resolution> later = new CompletableFuture<>();
      Thread answering =
          new Thread(() -> later.complete(new Resolution.Found(manifest)), "answering");
      BuildResult result =
          project
              .input("main.pink")
              .execution(new Execution.Pool(1))
              .resolver(
                  request -> {
                    answering.start();
                    return new Resolution.Later(later);
                  })
              .build();
      assertThat(result.diagnostics()).isEmpty();
      assertThat(Project.names(result)).containsExactly("main.pink");
    }
  }

  private static Manifest manifestOf(Project project, String file) {
    try (Project other = new Project()) {
      other.file("far.pink", "module far;\nexport fn f() -> Integer { 1; }\n");
      return other.input("far.pink").build().units().getFirst().manifest();
    }
  }

  @Test
  void cancellingStopsABuildThatWaitsForAnAnswer() {
    try (Project project = new Project()) {
      project.file("main.pink", "import far;\nfn main() {}\n").input("main.pink");
      SwitchSignal signal = new SwitchSignal();
      project.resolver(
          request -> {
            new Thread(signal::cancel).start();
            return new Resolution.Later(new CompletableFuture<>());
          });
      assertThatThrownBy(() -> project.build(signal)).isInstanceOf(CancellationException.class);
    }
  }

  private static final class SwitchSignal implements CancellationSignal {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    synchronized void cancel() {
      cancelled = true;
      actions.forEach(Runnable::run);
    }

    @Override
    public synchronized Registration onCancel(Runnable action) {
      actions.add(action);
      if (cancelled) {
        action.run();
      }
      return () -> {};
    }
  }

  @Test
  void aResolverThatThrowsEndsTheBuild() {
    try (Project project = new Project()) {
      project.file("main.pink", "import far;\nfn main() {}\n").input("main.pink");
      project.resolver(
          request -> {
            throw new IllegalArgumentException("no");
          });
      assertThatThrownBy(project::build)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no");
    }
  }

  @Test
  void aLaterResolverIsAskedForWhatIsNotOnTheSourcePath() {
    try (Project project = new Project()) {
      project.file("main.pink", "import far;\nfn main() -> Integer { far::f(); }\n");
      Manifest manifest = manifestOf(project, "far.pink");
      BuildResult result =
          project
              .input("main.pink")
              .resolver(
                  Resolvers.firstOf(
                      List.of(
                          Resolvers.fromSource(),
                          request ->
                              new Resolution.Later(
                                  CompletableFuture.completedStage(
                                      new Resolution.Found(manifest))))))
              .build();
      assertThat(result.diagnostics()).isEmpty();
    }
  }
}
