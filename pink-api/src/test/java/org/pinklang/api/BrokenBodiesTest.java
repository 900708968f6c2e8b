package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are right but for what is inside the bodies of functions, which is read last. */
class BrokenBodiesTest {
  private static final String SOUND =
      "module m; export fn f(x: Integer) -> Integer { x + 1; } export fn g() -> Integer { f(2); }";

  @TempDir Path folder;

  private final Store store = Store.inMemory(1 << 24);

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void writeProgram(String m) throws IOException {
    write("m.pink", m);
    write("n.pink", "module n; import m; export fn n() -> Integer { m::f(1) + missing; }");
    write("main.pink", "import m; import n; fn main() -> Integer { m::f(n::n()); }");
  }

  private Compilation compilation(Output output, Optimization level, Store used) {
    return Compilation.builder()
        .sources(Sources.directory(folder))
        .output(output)
        .optimization(level)
        .store(used)
        .build();
  }

  private static List<String> told(CompilationResult result) {
    return result.diagnostics().stream().map(Diagnostic::toText).toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = Output.class,
      names = {"CHECKED_MANIFESTS", "DIAGNOSTICS", "OBJECTS"})
  void theSameIsToldWhateverIsKnownOfEarlierRuns(Output output) throws IOException {
    for (Optimization level : List.of(Optimization.O0, Optimization.O2)) {
      writeProgram("module m; export fn f(x: Integer) -> Integer { x + ; } fn g() { f(true; }");
      List<String> first = told(compilation(output, level, Store.none()).run());
      assertThat(first).filteredOn(text -> text.startsWith("m.pink")).hasSizeGreaterThan(1);
      for (int run = 0; run < 3; run++) {
        assertThat(told(compilation(output, level, store).run())).isEqualTo(first);
      }
      try (CompilationSession session = compilation(output, level, Store.none()).openSession()) {
        for (int run = 0; run < 3; run++) {
          assertThat(told(session.run())).isEqualTo(first);
        }
      }
      try (CompilationSession session = compilation(output, level, store).openSession()) {
        assertThat(told(session.run())).isEqualTo(first);
      }
    }
  }

  @Test
  void eachTextIsParsedOnceInARunAndCounted() throws IOException {
    writeProgram(SOUND);
    write("n.pink", "module n; import m; export fn n() -> Integer { m::f(1); }");
    Compilation objects = compilation(Output.OBJECTS, Optimization.O0, store);
    assertThat(objects.run().orThrow().counters().parsed()).isEqualTo(3);
    assertThat(objects.run().orThrow().counters().parsed()).isZero();
    writeProgram(SOUND.replace("x + 1", "x + ; 1"));
    write("n.pink", "module n; import m; export fn n() -> Integer { m::f(1); }");
    assertThat(objects.run().counters().parsed()).isEqualTo(1);
    write("m.pink", SOUND + " // as before, but for a comment");
    CompilationResult mended = objects.run().orThrow();
    assertThat(mended.counters().parsed()).isEqualTo(1);
    assertThat(mended.counters().checked()).isZero();
  }

  @Test
  void anErrorInABodyDoesNotChangeWhatImportersAreTold() throws IOException {
    writeProgram(SOUND);
    Compilation objects = compilation(Output.OBJECTS, Optimization.O0, store);
    List<String> ofImporter = told(objects.run());
    writeProgram(SOUND.replace("x + 1;", "x + ;"));
    List<String> withError = told(objects.run());
    assertThat(withError).containsAll(ofImporter).hasSize(ofImporter.size() + 1);
    writeProgram(SOUND);
    assertThat(told(objects.run())).isEqualTo(ofImporter);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/* \u00FF */", "// \u00FF\n"})
  void anErrorInACommentOfABodyIsToldThoughTheTokensAreTheSame(String comment) throws IOException {
    for (Optimization level : List.of(Optimization.O0, Optimization.O2)) {
      Store used = Store.inMemory(1 << 24);
      String text = "fn main() -> Integer { 1 + " + comment + " 2; }";
      write("main.pink", text.replace('\u00FF', 'y'));
      Compilation objects = compilation(Output.OBJECTS, level, used);
      assertThat(told(objects.run().orThrow())).isEmpty();
      Files.write(folder.resolve("main.pink"), text.getBytes(StandardCharsets.ISO_8859_1));
      for (int run = 0; run < 2; run++) {
        assertThat(objects.run().diagnostics())
            .singleElement()
            .satisfies(error -> assertThat(error.code()).isEqualTo("PK0101"));
      }
      write("main.pink", text.replace('\u00FF', 'z'));
      assertThat(told(objects.run().orThrow())).isEmpty();
    }
  }
}
