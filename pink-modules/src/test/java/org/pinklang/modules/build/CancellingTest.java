package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pinklang.modules.resolve.Execution;
import org.pinklang.modules.resolve.Resolution;

class CancellingTest {

  /** A signal that any thread may give. */
  private static final class Switch implements CancellationSignal {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    private void cancel() {
      List<Runnable> registered;
      synchronized (this) {
        cancelled = true;
        registered = List.copyOf(actions);
      }
      registered.forEach(Runnable::run);
    }

    @Override
    public Registration onCancel(Runnable action) {
      boolean now;
      synchronized (this) {
        actions.add(action);
        now = cancelled;
      }
      if (now) {
        action.run();
      }
      return () -> {
        synchronized (this) {
          actions.remove(action);
        }
      };
    }
  }

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  private static Project units(int count) {
    Project project = new Project();
    for (int i = 0; i < count; i++) {
      project.file("m" + i + ".pink", "module m" + i + ";\nexport fn f() -> Integer { 1; }\n");
    }
    return project.inputFolder(".");
  }

  @Test
  void aBuildThatIsCancelledBeforeItBeginsReadsNothing() {
    Switch signal = new Switch();
    signal.cancel();
    try (Project project = units(3)) {
      assertThatThrownBy(() -> project.build(signal)).isInstanceOf(CancellationException.class);
    }
    assertThat(signal.actions).isEmpty();
  }

  @Test
  void whatHasNotBegunDoesNotBegin() {
    Switch signal = new Switch();
    AtomicInteger compiled = new AtomicInteger();
    try (Project project = units(50)) {
      project
          .execution(new Execution.SingleThreaded())
          .depth(BuildRequest.Depth.COMPILE)
          .backEnd(
              (unit, threadLost) -> {
                if (compiled.incrementAndGet() == 3) {
                  signal.cancel();
                }
                return new CompiledUnit(new byte[0], List.of(), true, List.of());
              });
      assertThatThrownBy(() -> project.build(signal)).isInstanceOf(CancellationException.class);
      assertThat(compiled.get()).isEqualTo(3);
      assertThat(signal.actions).isEmpty();
      assertThat(project.build().units()).hasSize(50);
    }
  }

  @Test
  void tasksThatAnExecutorNeverRunsAreNotWaitedFor() {
    Switch signal = new Switch();
    List<Runnable> never = new ArrayList<>();
    try (Project project = units(5)) {
      project.execution(
          new Execution.On(
              task -> {
                never.add(task);
                if (never.size() == 5) {
                  signal.cancel();
                }
              }));
      assertThatThrownBy(() -> project.build(signal)).isInstanceOf(CancellationException.class);
      never.forEach(Runnable::run);
      assertThat(never).hasSize(5);
    }
  }

  @Test
  void anAnswerThatComesAfterTheEndIsNotHeard() {
    Switch signal = new Switch();
    CompletableFuture<Resolution> never = new CompletableFuture<>();
    try (Project project = new Project()) {
      project.file("main.pink", "import far;\nfn main() {}\n").input("main.pink");
      project.resolver(
          request -> {
            new Thread(signal::cancel).start();
            return new Resolution.Later(never);
          });
      assertThatThrownBy(() -> project.build(signal)).isInstanceOf(CancellationException.class);
      assertThat(never.complete(new Resolution.NotMine(List.of()))).isTrue();
    }
  }

  @Test
  void interruptingTheThreadThatWaitsCancels() {
    for (Execution execution :
        List.of(
            new Execution.SingleThreaded(),
            new Execution.Pool(2),
            new Execution.On(Runnable::run))) {
      Thread caller = Thread.currentThread();
      try (Project project = units(20)) {
        project
            .execution(execution)
            .depth(BuildRequest.Depth.COMPILE)
            .backEnd(
                (unit, threadLost) -> {
                  caller.interrupt();
                  return new CompiledUnit(new byte[0], List.of(), true, List.of());
                });
        assertThatThrownBy(() -> project.build()).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }

  @Test
  void aLongTextIsGivenUpBetweenItsDeclarations() {
    Switch signal = new Switch();
    AtomicInteger checked = new AtomicInteger();
    StringBuilder text = new StringBuilder("import slow;\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("fn f").append(i).append("() -> Integer { 1; }\n");
    }
    try (Project project = new Project()) {
      project.file("main.pink", text.append("fn main() {}\n").toString()).input("main.pink");
      project.resolver(
          request -> {
            signal.cancel();
            checked.incrementAndGet();
            return new Resolution.NotMine(List.of());
          });
      assertThatThrownBy(() -> project.build(signal)).isInstanceOf(CancellationException.class);
      assertThat(checked.get()).isEqualTo(1);
    }
  }
}
