package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an edit costs in a session beside what has to be made again: it does not grow with the
 * program, but for a look at what each unit has left.
 */
class EditCostTest {
  private static final int FEW = 20;
  private static final int MANY = 220;

  /** What a unit may cost that an edit does not concern, in bytes of memory. */
  private static final long BYTES_OF_UNIT = 6_000;

  private static Engine engine;

  @BeforeAll
  static void open() {
    engine = Engine.open();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  /** Modules that import the one before, of which three use the first one, too. */
  private static Map<String, String> program(int modules) {
    Map<String, String> texts = new TreeMap<>();
    texts.put("m0.pink", first("Integer"));
    for (int i = 1; i < modules; i++) {
      String uses = i <= 3 ? " + m0::f(1)" : "";
      String imports = i <= 3 && i > 1 ? "import m0; " : "";
      texts.put(
          "m%d.pink".formatted(i),
          "module m%d; %simport m%d; export fn f%d() -> Integer { %s%s; }\n"
              .formatted(
                  i, imports, i - 1, i, i == 1 ? "1" : "m%1$d::f%1$d()".formatted(i - 1), uses));
    }
    return texts;
  }

  private static String first(String type) {
    return "module m0;\nexport fn f(x: %s) -> Integer { 1; }\n".formatted(type);
  }

  private static CompilationSession session(int modules, Optimization optimization) {
    return Compilation.builder()
        .engine(engine)
        .sources(Sources.texts(program(modules)))
        .resolver(ManifestResolver.singleThreaded())
        .optimization(optimization)
        .build()
        .openSession();
  }

  private static long spans(CompilationResult result, String category) {
    return Pattern.compile("\"" + category + "\"").matcher(result.trace()).results().count();
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
  }

  /** What runs of some edits cost, the least of several: tasks, look-ups, bytes. */
  private record Cost(long tasks, long lookUps, long bytes) {
    static Cost of(int modules, String edited, Optimization optimization) {
      try (CompilationSession session = session(modules, optimization)) {
        session.run().orThrow();
        Cost least = new Cost(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
        for (int i = 0; i < 12; i++) {
          session.update("m0.pink", i % 2 == 0 ? edited : first("Integer"));
          long before = allocated();
          CompilationResult result = session.run().orThrow();
          long bytes = allocated() - before;
          assertThat(result.counters().reused() + result.counters().compiled()).isEqualTo(modules);
          least =
              new Cost(
                  Math.min(least.tasks, spans(result, "task")),
                  Math.min(least.lookUps, spans(result, "find earlier")),
                  Math.min(least.bytes, bytes));
        }
        return least;
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Optimization.class,
      names = {"O0", "O1"})
  void aCommentConcernsNoOtherUnit(Optimization optimization) {
    String edited = first("Integer") + "// a comment\n";
    Cost few = Cost.of(FEW, edited, optimization);
    Cost many = Cost.of(MANY, edited, optimization);
    assertThat(many.tasks()).isEqualTo(few.tasks());
    assertThat(many.lookUps()).isEqualTo(few.lookUps());
    assertThat(many.bytes() - few.bytes()).isLessThan((MANY - FEW) * BYTES_OF_UNIT);
  }

  @Test
  void aSignatureConcernsThoseWhoMayReadItHoweverManyReachIt() {
    Cost few = Cost.of(FEW, first("Integer32"), Optimization.O0);
    Cost many = Cost.of(MANY, first("Integer32"), Optimization.O0);
    assertThat(many.tasks()).isEqualTo(few.tasks());
    assertThat(many.lookUps()).isEqualTo(few.lookUps());
    assertThat(many.bytes() - few.bytes()).isLessThan((MANY - FEW) * BYTES_OF_UNIT);
  }

  @Test
  void whatAnEditLeavesOutIsStillToldAndReused() {
    try (CompilationSession session = session(FEW, Optimization.O0)) {
      CompilationResult before = session.run().orThrow();
      session.update("m0.pink", first("Integer32"));
      CompilationResult after = session.run().orThrow();
      assertThat(after.rebuilds())
          .extracting(Rebuild::unit)
          .containsExactly("m0.pink", "m1.pink", "m2.pink", "m3.pink");
      assertThat(after.counters().parsed()).isEqualTo(1);
      assertThat(after.counters().reused()).isEqualTo(FEW - 4);
      assertThat(after.objects()).hasSameSizeAs(before.objects());
      assertThat(after.graph()).isEqualTo(before.graph());
      assertThat(after.filesRead()).isEqualTo(before.filesRead());
    }
  }
}
