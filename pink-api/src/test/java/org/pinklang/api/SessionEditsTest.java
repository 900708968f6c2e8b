package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What edits make a session do again, one by one and by the thousand. */
class SessionEditsTest {
  private static final Map<String, String> PROGRAM = IncrementalBuildTest.PROGRAM;

  private static Engine engine;

  @BeforeAll
  static void open() {
    engine = Engine.open();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Compilation.Builder program(Map<String, String> texts) {
    return Compilation.builder().sources(Sources.texts(texts)).engine(engine);
  }

  private static CompilationSession session(Output output) {
    return program(PROGRAM).output(output).build().openSession();
  }

  private static String shown(CompilationResult result) {
    return result.diagnostics()
        + " "
        + result.objects().stream()
            .map(object -> object.name() + Arrays.hashCode(object.bytes()))
            .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.pinklang.api.IncrementalBuildTest#onlyWhatReadsWhatChangedIsMadeAgain")
  void onlyWhatReadsWhatChangedIsMadeAgain(
      String what, String before, String after, Set<String> checked, int compiled) {
    Map<String, String> edited = new TreeMap<>(PROGRAM);
    edited.replaceAll((name, text) -> text.replace(before, after));
    int changed = edited.equals(PROGRAM) ? 0 : 1;
    try (CompilationSession session = session(Output.OBJECTS)) {
      session.run().orThrow();
      edited.forEach(session::update);
      CompilationResult second = session.run().orThrow();
      Set<String> made =
          second.rebuilds().stream()
              .map(rebuild -> rebuild.unit().replace(".pink", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(made).isEqualTo(checked);
      assertThat(second.counters().parsed()).isEqualTo(changed);
      assertThat(second.counters().outlined()).isEqualTo(changed);
      assertThat(second.counters().checked()).isEqualTo(checked.size());
      assertThat(second.counters().compiled()).isEqualTo(compiled);
      assertThat(shown(second)).isEqualTo(shown(program(edited).build().run()));
    }
  }

  @Test
  void treesStayAsLongAsTheirTexts() {
    try (CompilationSession session = session(Output.OBJECTS)) {
      session.run();
      for (int i = 0; i < 20; i++) {
        session.update("alone.pink", PROGRAM.get("alone.pink").replace("1", "1" + i));
        session.run();
      }
      session.update(
          "m.pink",
          PROGRAM
              .get("m.pink")
              .replace(
                  "fn f(x: Integer) -> Integer { helper(x); }",
                  "fn f(x: Integer32) -> Integer { helper(1); }"));
      Counters counters = session.run().orThrow().counters();
      assertThat(counters.checked()).isEqualTo(2);
      assertThat(counters.parsed()).isEqualTo(1);
    }
  }

  @Test
  void whatIsWrongIsFoundOnce() {
    try (CompilationSession session = session(Output.OBJECTS)) {
      session.update("calls.pink", PROGRAM.get("calls.pink").replace("m::f(1)", "m::f(true)"));
      session.update("alone.pink", "module alone; export fn alone( -> Integer { 1; }");
      String first = shown(session.run());
      CompilationResult again = session.run();
      assertThat(again.succeeded()).isFalse();
      assertThat(again.counters().parsed()).isZero();
      assertThat(again.counters().outlined()).isZero();
      assertThat(again.counters().checked()).isZero();
      assertThat(shown(again)).isEqualTo(first);
    }
  }

  @Test
  void anErrorGoesWhenWhatItSpeaksOfIsMended() {
    try (CompilationSession session = session(Output.OBJECTS)) {
      session.run();
      session.update("m.pink", PROGRAM.get("m.pink").replace("fn f(x: Integer)", "fn f()"));
      assertThat(session.run().diagnostics())
          .extracting(diagnostic -> diagnostic.range().file())
          .contains("calls.pink");
      session.update("m.pink", PROGRAM.get("m.pink"));
      assertThat(session.run().succeeded()).isTrue();
    }
  }

  @Test
  void memoryIsBoundedByWhatTheLastRunsUsed() {
    int edits = Boolean.getBoolean("pink.long") ? 10_000 : 100;
    try (CompilationSession session = session(Output.DIAGNOSTICS)) {
      int most = 0;
      for (int i = 0; i < edits; i++) {
        String body = i % 7 == 3 ? "oops" + i : String.valueOf(i);
        session.update("alone.pink", PROGRAM.get("alone.pink").replace("1", body));
        session.update("m.pink", PROGRAM.get("m.pink").replace("{ x; }", "{ x + " + i + "; }"));
        session.run();
        if (i == 20) {
          most = session.remembered();
        }
      }
      assertThat(session.remembered()).isBetween(1, most + 16);
    }
  }

  @Test
  void memoryIsBoundedWhereEveryRunIsCancelled() {
    int edits = Boolean.getBoolean("pink.long") ? 10_000 : 100;
    Cancellation[] current = {Cancellation.create()};
    CompilationListener stopping =
        new CompilationListener() {
          @Override
          public void progress(CompilationEvent event) {
            if (event.phase() == CompilationEvent.Phase.CHECKED) {
              current[0].cancel();
            }
          }
        };
    try (CompilationSession session =
        program(PROGRAM).output(Output.DIAGNOSTICS).listener(stopping).build().openSession()) {
      int most = 0;
      for (int i = 0; i < edits; i++) {
        current[0] = Cancellation.create();
        session.update("m.pink", PROGRAM.get("m.pink").replace("{ x; }", "{ x + " + i + "; }"));
        assertThatCode(() -> session.run(current[0])).isInstanceOf(CancellationException.class);
        if (i == 20) {
          most = session.remembered();
        }
      }
      assertThat(session.remembered()).isBetween(1, most + 16);
    }
  }

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void editsQuestionsAndCancellationsAtTheSameTimeEndAsOneRunDoes() {
    int rounds = Boolean.getBoolean("pink.long") ? 5_000 : 60;
    List<String> names = List.copyOf(PROGRAM.keySet());
    try (CompilationSession session = session(Output.DIAGNOSTICS)) {
      session.run();
      CompletableFuture<?> editing = CompletableFuture.runAsync(() -> edit(session, names, rounds));
      CompletableFuture<?> asking = CompletableFuture.runAsync(() -> ask(session, names, editing));
      CompletableFuture.allOf(editing, asking).join();
      PROGRAM.forEach(session::update);
      assertThat(shown(session.restart()))
          .isEqualTo(shown(program(PROGRAM).output(Output.DIAGNOSTICS).build().run()));
    }
  }

  private static void edit(CompilationSession session, List<String> names, int rounds) {
    Random random = new Random(1);
    List<CompletableFuture<CompilationResult>> runs = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      String name = names.get(random.nextInt(names.size()));
      String text = PROGRAM.get(name);
      int cut = random.nextInt(text.length());
      session.update(
          name, text.substring(0, cut) + text.substring(random.nextInt(cut, text.length())));
      Cancellation cancellation = Cancellation.create();
      switch (random.nextInt(4)) {
        case 0 -> runs.add(session.runAsync(cancellation));
        case 1 -> runs.add(AsyncRun.start(() -> session.restart(cancellation)));
        case 2 -> session.remove(name);
        default -> endsOrIsCancelled(() -> session.run(cancellation));
      }
      if (random.nextInt(3) == 0) {
        cancellation.cancel();
      }
    }
    runs.forEach(run -> endsOrIsCancelled(run::join));
  }

  private static void endsOrIsCancelled(Runnable run) {
    try {
      run.run();
    } catch (CancellationException e) {
      assertThat(e).isNotNull();
    } catch (CompletionException e) {
      assertThat(e).hasCauseInstanceOf(CancellationException.class);
    }
  }

  private static void ask(
      CompilationSession session, List<String> names, CompletableFuture<?> editing) {
    Random random = new Random(2);
    while (!editing.isDone()) {
      session
          .unit(names.get(random.nextInt(names.size())))
          .ifPresent(
              unit -> {
                int offset = unit.offset(1 + random.nextInt(9), 1 + random.nextInt(60));
                unit.symbolAt(offset);
                unit.typeAt(offset);
                unit.definition(offset);
                unit.references(offset);
                unit.completion(offset);
                unit.outline();
                unit.diagnostics();
              });
    }
  }
}
