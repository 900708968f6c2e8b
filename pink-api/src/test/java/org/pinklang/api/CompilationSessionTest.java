package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session shows runs and answers between them. */
class CompilationSessionTest {
  private static final String MAIN =
      """
      import m;
      fn main() -> Integer { m::f(1); }
      """;
  private static final String LIBRARY =
      """
      module m;
      export fn f(x: Integer) -> Integer { x + 1; }
      """;

  private static Engine engine;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    engine = Engine.open();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static CompilationSession ofTexts(Map<String, String> texts) {
    return Compilation.builder().sources(Sources.texts(texts)).engine(engine).build().openSession();
  }

  private static CompilationSession session() {
    return ofTexts(Map.of("main.pink", MAIN, "m.pink", LIBRARY));
  }

  private CompilationSession ofFiles() throws IOException {
    Files.writeString(folder.resolve("main.pink"), MAIN);
    Files.writeString(folder.resolve("m.pink"), LIBRARY);
    return Compilation.builder()
        .sources(Sources.directory(folder))
        .engine(engine)
        .build()
        .openSession();
  }

  private static long runMain(CompilationResult result) {
    try (LoadedProgram program = result.load()) {
      return program.function("main").invokeLong();
    }
  }

  @Test
  void aRunMakesAgainWhatAnEditChanges() {
    try (CompilationSession session = session()) {
      assertThat(runMain(session.run().orThrow())).isEqualTo(2);
      session.update("m.pink", LIBRARY.replace("x + 1", "x + 5"));
      CompilationResult edited = session.run().orThrow();
      assertThat(runMain(edited)).isEqualTo(6);
      assertThat(edited.counters().parsed()).isEqualTo(1);
      assertThat(edited.counters().checked()).isEqualTo(1);
      assertThat(session.why("m.pink")).isPresent();
      assertThat(session.why("main.pink")).isEmpty();
    }
  }

  @Test
  void eachEditCanBeLoadedBesideTheOneBefore() {
    try (CompilationSession session = session();
        LoadedProgram first = session.run().load()) {
      session.update("m.pink", LIBRARY.replace("x + 1", "x + 5"));
      try (LoadedProgram second = session.run().load()) {
        assertThat(first.function("m::f").invokeLong(1)).isEqualTo(2);
        assertThat(second.function("m::f").invokeLong(1)).isEqualTo(6);
      }
      assertThat(first.function("m::f").invokeLong(1)).isEqualTo(2);
    }
  }

  @Test
  void anOverlayCountsUntilItIsRemoved() throws IOException {
    Path file = folder.resolve("m.pink");
    try (CompilationSession session = ofFiles()) {
      session.update(file, LIBRARY.replace("x + 1", "x + 5"));
      assertThat(runMain(session.run())).isEqualTo(6);
      assertThat(file).hasContent(LIBRARY);
      session.remove(file);
      assertThat(runMain(session.run())).isEqualTo(2);
      Files.writeString(file, LIBRARY.replace("x + 1", "x + 7"));
      assertThat(runMain(session.run())).isEqualTo(8);
    }
  }

  @Test
  void anOverlayBelowAFolderOfSourcesIsASource() throws IOException {
    try (CompilationSession session = ofFiles()) {
      session.run();
      session.update(folder.resolve("more/n.pink"), "module more.n; export fn g() -> Nil {}");
      assertThat(session.run().orThrow().manifest("more.n")).isPresent();
      session.remove(folder.resolve("more/n.pink"));
      assertThat(session.run().orThrow().manifest("more.n")).isEmpty();
    }
  }

  @Test
  void aHiddenFileIsNotThere() throws IOException {
    Path file = folder.resolve("m.pink");
    try (CompilationSession session = ofFiles()) {
      session.run().orThrow();
      session.hide(file);
      assertThat(session.unit(file)).isEmpty();
      assertThat(session.run().diagnostics()).extracting(Diagnostic::code).contains("PK0201");
      session.remove(file);
      assertThat(session.run().succeeded()).isTrue();
    }
  }

  @Test
  void aTextInMemoryComesAndGoes() {
    try (CompilationSession session = ofTexts(Map.of("main.pink", MAIN))) {
      assertThat(session.run().succeeded()).isFalse();
      session.update("m.pink", LIBRARY);
      assertThat(session.run().succeeded()).isTrue();
      session.remove("m.pink");
      assertThat(session.run().succeeded()).isFalse();
    }
  }

  @Test
  void questionsAreAboutTheTextOfNow() {
    try (CompilationSession session = session()) {
      session.run();
      session.update("main.pink", "import m;\nfn main() -> Integer { value := m::f(2); val");
      SessionUnit unit = session.unit("main.pink").orElseThrow();
      assertThat(unit.isCurrent()).isFalse();
      assertThat(unit.diagnostics()).isNotEmpty();
      assertThat(unit.symbolAt(unit.offset(2, 24)).map(Symbol::detail)).contains("value: Integer");
      assertThat(unit.definition(unit.offset(2, 36)).map(Definition::name))
          .contains(new SourceRange("m.pink", 2, 11, 2, 12));
      assertThat(unit.completion(unit.offset(2, 46)).items())
          .extracting(CompletionItem::name)
          .contains("value");
      assertThat(unit.outline()).extracting(OutlineEntry::name).containsExactly("main");
    }
  }

  @Test
  void diagnosticsOfATextThatNoRunHasSeenAreThoseOfTheNextRun() {
    try (CompilationSession session = session()) {
      session.run();
      session.update("main.pink", MAIN.replace("m::f(1)", "m::g(1)"));
      String before = session.unit("main.pink").orElseThrow().diagnostics().toString();
      session.run();
      String after = session.unit("main.pink").orElseThrow().diagnostics().toString();
      assertThat(before).isEqualTo(after).contains("PK");
    }
  }

  @Test
  void referencesAreThoseOfAllUnits() {
    try (CompilationSession session = session()) {
      session.run();
      session.update("main.pink", "\n" + MAIN);
      SessionUnit unit = session.unit("m.pink").orElseThrow();
      assertThat(unit.references(unit.offset(2, 11)))
          .extracting(reference -> reference.range().toString())
          .containsExactly("m.pink:2:11", "main.pink:3:27");
      assertThat(unit.references(unit.offset(2, 13)))
          .extracting(reference -> reference.range().toString())
          .containsExactly("m.pink:2:13", "m.pink:2:38");
    }
  }

  @Test
  void aCancelledRunChangesNothing() {
    try (CompilationSession session = session()) {
      CompilationResult first = session.run();
      session.update("m.pink", "module m;");
      Cancellation cancelled = Cancellation.create();
      cancelled.cancel();
      assertThatThrownBy(() -> session.run(cancelled)).isInstanceOf(CancellationException.class);
      assertThat(session.lastResult()).containsSame(first);
      assertThat(session.run().succeeded()).isFalse();
    }
  }

  @Test
  void aRunThatFailsChangesNothing() throws IOException {
    Files.writeString(folder.resolve("main.pink"), "fn main() -> Integer { 4; }");
    try (CompilationSession session =
        Compilation.builder()
            .sources(Sources.files(folder.resolve("main.pink")))
            .engine(engine)
            .build()
            .openSession()) {
      CompilationResult first = session.run();
      session.hide(folder.resolve("main.pink"));
      assertThatThrownBy(session::run).isInstanceOf(java.io.UncheckedIOException.class);
      assertThat(session.lastResult()).containsSame(first);
      session.remove(folder.resolve("main.pink"));
      assertThat(session.run().counters().checked()).isZero();
    }
  }

  @Test
  void aUnitThatIsNotPartOfTheProgramIsNotThere() {
    try (CompilationSession session = session()) {
      assertThat(session.unit("main.pink")).isEmpty();
      session.run();
      assertThat(session.unit("other.pink")).isEmpty();
      assertThat(session.unit(Path.of("main.pink"))).isEmpty();
      SessionUnit unit = session.unit("main.pink").orElseThrow();
      assertThatThrownBy(() -> unit.symbolAt(9999))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("main.pink");
    }
  }

  @Test
  void aClosedSessionSaysSo() {
    CompilationSession session = session();
    CompilationResult result = session.run();
    session.close();
    session.close();
    assertThat(runMain(result)).isEqualTo(2);
    assertThatThrownBy(session::run).hasMessage("the session is closed");
    assertThatThrownBy(() -> session.update("m.pink", "")).hasMessage("the session is closed");
    assertThatThrownBy(() -> session.unit("m.pink")).hasMessage("the session is closed");
    assertThatThrownBy(session::runAsync).hasMessage("the session is closed");
  }

  @Test
  void resultsWithAndWithoutASessionAreTheSame() {
    try (CompilationSession session = session()) {
      session.run();
      String edited = LIBRARY.replace("x + 1", "x / 3");
      session.update("m.pink", edited);
      CompilationResult clean =
          Compilation.builder()
              .sources(Sources.texts(Map.of("main.pink", MAIN, "m.pink", edited)))
              .engine(engine)
              .build()
              .run();
      assertThat(bytes(session.run(), "m")).isEqualTo(bytes(clean, "m"));
    }
  }

  private static byte[] bytes(CompilationResult result, String name) {
    return Optional.of(result).flatMap(known -> known.object(name)).orElseThrow().bytes();
  }

  @Test
  void aListenerThatRunsItsOwnSessionIsToldSo() {
    AtomicReference<CompilationSession> session = new AtomicReference<>();
    CompilationListener listener =
        new CompilationListener() {
          @Override
          public void report(CompilationEvent event) {
            session.get().run();
          }
        };
    session.set(
        Compilation.builder()
            .sources(Sources.texts(Map.of("main.pink", "fn main() {}")))
            .engine(engine)
            .listener(listener)
            .build()
            .openSession());
    try (CompilationSession open = session.get()) {
      assertThatThrownBy(open::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("within the run");
    }
  }

  @Test
  void aSessionGoesOnTakingBodiesOfUnitsThatAreNotAskedFor() throws IOException {
    Path sources = Files.createDirectory(folder.resolve("lib"));
    Files.writeString(
        sources.resolve("lib.pink"),
        "module lib; export inline fn f(x: Integer) -> Integer { x * 3; }");
    String app = "import lib; fn main() -> Integer { lib::f(5); }";
    Files.writeString(folder.resolve("app.pink"), app);
    Compilation.Builder own =
        Compilation.builder()
            .sources(Sources.files(folder.resolve("app.pink")))
            .sourcePath(sources)
            .output(Output.OWN_OBJECTS)
            .optimization(Optimization.O2);
    try (CompilationSession session = own.build().openSession()) {
      byte[] first = session.run().orThrow().objects().getFirst().bytes();
      for (int run = 0; run < 3; run++) {
        Files.writeString(folder.resolve("app.pink"), app + " // " + run);
        CompilationResult edited = session.run().orThrow();
        assertThat(edited.objects().getFirst().bytes()).isEqualTo(first);
        assertThat(edited.counters().checked()).isZero();
      }
    }
  }

  @Test
  void aCallerNeedsNoLargeStackForUnitsThatAreNotChecked() throws Exception {
    Path sources = Files.createDirectory(folder.resolve("lib"));
    Files.writeString(
        sources.resolve("lib.pink"),
        "module lib; export const c: Integer := "
            + "(".repeat(2_000)
            + "1"
            + ")".repeat(2_000)
            + ";");
    Files.writeString(folder.resolve("app.pink"), "import lib; fn main() -> Integer { lib::c; }");
    Compilation check =
        Compilation.builder()
            .sources(Sources.files(folder.resolve("app.pink")))
            .sourcePath(sources)
            .output(Output.DIAGNOSTICS)
            .build();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread caller =
        new Thread(
            null,
            () -> {
              try (CompilationSession session = check.openSession()) {
                session.run().orThrow();
                Files.writeString(
                    folder.resolve("app.pink"), "import lib; fn main() -> Integer { lib::c + 1; }");
                session.run().orThrow();
              } catch (Throwable e) {
                failure.set(e);
              }
            },
            "small stack",
            256 << 10);
    caller.start();
    caller.join();
    assertThat(failure.get()).isNull();
  }

  @Test
  void aFileThatIsNoLongerImportedIsNoLongerLookedAt() throws IOException {
    Path used = folder.resolve("a.pink");
    Path app = folder.resolve("app.pink");
    Files.writeString(used, "module a; export fn f() -> Integer { 1; }");
    Files.writeString(app, "import a; fn main() -> Integer { a::f(); }");
    Compilation compilation = Compilation.builder().sources(Sources.files(app)).build();
    try (CompilationSession session = compilation.openSession()) {
      session.run().orThrow();
      Files.writeString(app, "fn main() -> Integer { 2; }");
      session.run().orThrow();
      Files.writeString(used, "module a; this is no longer right");
      CompilationResult unchanged = session.run().orThrow();
      assertThat(unchanged.counters().scanned()).isZero();
      assertThat(unchanged.counters().reused()).isEqualTo(1);
    }
  }
}
