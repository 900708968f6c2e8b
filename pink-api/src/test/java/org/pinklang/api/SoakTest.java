package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * One JVM that compiles again and again, in engines that are shared and in engines of their own,
 * and links and loads what it made. A few hundred times nothing stays open; with {@code
 * -Dpink.long=true} ten thousand times ({@code -Dpink.compilations}) the resident memory stays
 * flat, given a heap that does not grow ({@code -Xms96m -Xmx96m -XX:+AlwaysPreTouch}).
 */
class SoakTest {
  private static final int FEW = 200;
  private static final int MANY = Integer.getInteger("pink.compilations", 10_000);

  /** Until then the JVM still compiles what runs, and allocators still find their sizes. */
  private static final int WARM_UP = MANY / 2;

  private static final int SAMPLE = 100;
  private static final int PAGE_KIB = 4;

  /** A mebibyte for each thousand compilations. */
  private static final double MOST_KIB_PER_COMPILATION = 1.024;

  private static final String SHAPE =
      """
      module shape;

      export struct Box {
          width: Integer,
          height: Integer,
      }

      export fn area(box: Box) -> Integer {
          box.width * box.height;
      }
      """;

  private static final String MAIN =
      """
      import shape;

      fn main() -> Integer {
          (shape::area(shape::Box { width: 3, height: 4 }) + %d) %% 200;
      }
      """;

  @TempDir private Path folder;

  @Test
  void nothingStaysOpen() throws IOException {
    Set<Thread> others = Thread.getAllStackTraces().keySet();
    try (Engine engine = Engine.open()) {
      compile(0, engine);
      long before = Pointer.totalBytes();
      for (int i = 0; i < FEW; i++) {
        compile(i, engine);
      }
      assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
    }
    assertThat(ProcessHandle.current().children()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !others.contains(thread))
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("pink-"));
  }

  @Test
  @EnabledIf("isLong")
  void residentMemoryStaysFlat() throws IOException {
    List<Long> samples = new ArrayList<>();
    try (Engine engine = Engine.open()) {
      for (int i = 0; i < MANY; i++) {
        compile(i, engine);
        if (i >= WARM_UP && i % SAMPLE == 0) {
          samples.add(residentKib());
        }
      }
    }
    assertThat(slope(samples) / SAMPLE)
        .as("KiB each: %s", samples)
        .isLessThan(MOST_KIB_PER_COMPILATION);
  }

  static boolean isLong() {
    return Boolean.getBoolean("pink.long") && Files.exists(Path.of("/proc/self/statm"));
  }

  /** Every unit is another one, every level and use comes in turn. */
  private void compile(int number, Engine shared) throws IOException {
    boolean ownEngine = number % 50 == 7;
    try (Engine own = Engine.open()) {
      Compilation compilation =
          Compilation.builder()
              .sources(
                  Sources.texts(Map.of("main.pink", MAIN.formatted(number), "shape.pink", SHAPE)))
              .optimization(Optimization.values()[number % Optimization.values().length])
              .engine(ownEngine ? own : shared)
              .build();
      use(number, compilation.run().orThrow());
    }
  }

  private void use(int number, CompilationResult result) throws IOException {
    if (number % 2 == 0) {
      try (LoadedProgram program = result.load()) {
        assertThat(program.run()).isEqualTo((12 + number) % 200);
      }
    } else if (number % 20 == 1) {
      Files.delete(result.link(Link.executable(folder.resolve("program"))));
    }
  }

  private static long residentKib() throws IOException {
    String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ");
    return Long.parseLong(pages[1]) * PAGE_KIB;
  }

  /** Of the straight line that is nearest to values at equal distances. */
  private static double slope(List<Long> values) {
    double middle = (values.size() - 1) / 2.0;
    double mean = values.stream().mapToLong(Long::longValue).average().orElseThrow();
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < values.size(); i++) {
      covariance += (i - middle) * (values.get(i) - mean);
      variance += (i - middle) * (i - middle);
    }
    return covariance / variance;
  }
}
