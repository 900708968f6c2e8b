package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Runs are stopped at random moments; nothing goes on, and the next run is as any. */
class CancellationTest {
  private static final int RUNS = 1_000;
  private static final List<Output> OUTPUTS =
      List.of(Output.HEADS, Output.GRAPH, Output.MANIFESTS, Output.DIAGNOSTICS, Output.OBJECTS);

  /** Stops the run with its n-th event, in one of two ways. */
  private static final class Stopper implements CompilationListener {
    private final AtomicInteger events = new AtomicInteger();
    private volatile int moment = Integer.MAX_VALUE;
    private volatile Runnable stop = () -> {};

    @Override
    public void progress(CompilationEvent event) {
      if (events.incrementAndGet() == moment) {
        stop.run();
      }
    }

    private void arm(int moment, Runnable stop) {
      events.set(0);
      this.stop = stop;
      this.moment = moment;
    }
  }

  private static Map<String, String> program() {
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      String next = "m" + (i + 1) % 6;
      texts.put(
          "m" + i + ".pink",
          "module m"
              + i
              + ";\nimport "
              + next
              + ";\nexport const c: Integer := "
              + i
              + ";\n"
              + "export fn f(n: Integer) -> Integer {\n"
              + "  if (n > 0) { "
              + next
              + "::f(n - 1) + "
              + next
              + "::c; } else { c; }\n}\n");
    }
    texts.put("main.pink", "import m0;\nfn main() -> Integer { m0::f(9); }\n");
    return texts;
  }

  private static Compilation compilation(Output output, Engine engine, Stopper stopper, int index) {
    ManifestResolver resolver =
        index % 2 == 0 ? ManifestResolver.threadPool(2) : ManifestResolver.singleThreaded();
    return Compilation.builder()
        .sources(Sources.texts(program()))
        .output(output)
        .resolver(resolver)
        .engine(engine)
        .listener(stopper)
        .build();
  }

  /** What a run gave, as text. */
  private static String shown(CompilationResult result) {
    Map<String, String> shown = new TreeMap<>();
    result.objects().forEach(o -> shown.put(o.name(), HexFormat.of().formatHex(o.bytes())));
    return result.diagnostics() + "\n" + result.graph() + "\n" + shown;
  }

  private static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("pink-worker-"))
        .count();
  }

  @Test
  void aRunThatIsStoppedAnywhereLeavesNothingBehind() {
    long workersBefore = workers();
    Random random = new Random(3);
    int stopped = 0;
    try (Engine engine = Engine.open()) {
      for (int i = 0; i < RUNS; i++) {
        Output output = OUTPUTS.get(i % OUTPUTS.size());
        Stopper stopper = new Stopper();
        Compilation compilation = compilation(output, engine, stopper, i);
        stopped += isStopped(compilation, stopper, 1 + random.nextInt(40), i % 7 == 0) ? 1 : 0;
        if (i % 50 < OUTPUTS.size()) {
          Stopper idle = new Stopper();
          String expected = shown(compilation(output, engine, idle, i + 1).run());
          assertThat(shown(compilation.run())).isEqualTo(expected);
          assertThat(compilation.run().succeeded()).isTrue();
        }
      }
    }
    // Closing the engine would have failed if a run were going on.
    assertThat(workers()).isEqualTo(workersBefore);
    assertThat(stopped).isBetween(RUNS / 4, RUNS);
  }

  private static boolean isStopped(
      Compilation compilation, Stopper stopper, int moment, boolean interrupts) {
    Cancellation cancellation = Cancellation.create();
    Thread caller = Thread.currentThread();
    stopper.arm(moment, interrupts ? caller::interrupt : cancellation::cancel);
    try {
      compilation.run(cancellation);
      return false;
    } catch (CancellationException e) {
      return true;
    } finally {
      stopper.arm(Integer.MAX_VALUE, () -> {});
      Thread.interrupted();
    }
  }
}
