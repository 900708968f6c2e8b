package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of other modules in the code of those that call them. */
class InliningTest {
  private static final Map<String, String> PROGRAM =
      Map.of(
          "main.pink",
          """
          import a;
          fn main() -> Integer {
              a::sum(a::Point { x: 1, y: 2 }) + a::large(1);
          }
          """,
          "a.pink",
          """
          module a;
          import b;
          const limit: Integer := 10;
          export struct Point { x: Integer, y: Integer }
          export fn sum(p: Point) -> Integer {
              b::twice(p.x) + p.y / p.x + limit;
          }
          export fn large(x: Integer) -> Integer { hidden(x); }
          fn hidden(x: Integer) -> Integer { x * 3; }
          export fn even(n: Integer) -> Boolean { if (n == 0) { true; } else { b::odd(n - 1); } }
          """,
          "b.pink",
          """
          module b;
          import a;
          export fn twice(x: Integer) -> Integer { x + x; }
          export fn odd(n: Integer) -> Boolean { if (n == 0) { false; } else { a::even(n - 1); } }
          """);

  private static Engine engine;

  @TempDir Path folder;

  private final Store store = Store.inMemory(1 << 24);

  @BeforeAll
  static void openEngine() {
    engine = Engine.open();
  }

  @AfterAll
  static void closeEngine() {
    engine.close();
  }

  private static Compilation.Builder compilation(Map<String, String> program) {
    return Compilation.builder().engine(engine).sources(Sources.texts(program)).verify(true);
  }

  private static String ir(Optimization level, String unit) {
    CompilationResult result =
        compilation(PROGRAM).optimization(level).output(Output.LLVM_IR).build().run().orThrow();
    return result.outputs().stream()
        .filter(output -> output.name().equals(unit))
        .map(output -> new String(output.bytes(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> objects(CompilationResult result) {
    Stream<ObjectFile> all =
        Stream.concat(result.objects().stream(), result.standardObjects().stream());
    return all.collect(
        Collectors.toMap(
            ObjectFile::name, object -> new String(object.bytes(), StandardCharsets.ISO_8859_1)));
  }

  private static Map<String, String> edited(String before, String after) {
    Map<String, String> program = new TreeMap<>(PROGRAM);
    program.replaceAll((name, text) -> text.replace(before, after));
    assertThat(program).isNotEqualTo(PROGRAM);
    return program;
  }

  // ---- code ---------------------------------------------------------------------------------

  @Test
  void optimisedCodeHasTheBodyInPlaceOfTheCallAndDefinesNothingOfOthers() {
    String main = ir(Optimization.O2, "main");
    assertThat(main)
        .doesNotContain("_PM1aEF3sum", "_PM1bEF5twice", "available_externally")
        .contains("@_PM1aEF5large");
    assertThat(main.lines().filter(line -> line.startsWith("define")))
        .allMatch(line -> line.contains("@main(") || line.contains("@_PMEF4main("));
  }

  @Test
  void codeThatIsNotOptimisedCalls() {
    assertThat(ir(Optimization.O0, "main"))
        .contains("call i64 @_PM1aEF3sum")
        .contains("declare i64 @_PM1aEF3sum");
  }

  @Test
  void modulesThatHoldEachOthersBodiesAreTheSameWithAnyNumberOfThreads() {
    Compilation.Builder builder = compilation(PROGRAM).optimization(Optimization.O2);
    CompilationResult one =
        builder.resolver(ManifestResolver.singleThreaded()).build().run().orThrow();
    for (int threads : new int[] {1, 2, 5}) {
      CompilationResult other =
          compilation(PROGRAM)
              .optimization(Optimization.O2)
              .resolver(ManifestResolver.threadPool(threads))
              .build()
              .run()
              .orThrow();
      assertThat(objects(other)).isEqualTo(objects(one));
    }
  }

  @Test
  void aPanicInABodyNamesThePlaceInTheTextThatDefinesIt() {
    CompilationResult result =
        compilation(edited("x: 1, y: 2", "x: 0, y: 2"))
            .optimization(Optimization.O2)
            .build()
            .run()
            .orThrow();
    try (LoadedProgram program = result.load()) {
      assertThatThrownBy(() -> program.function("main").invokeLong())
          .isInstanceOf(PinkPanicException.class)
          .hasMessageContaining("division by zero")
          .hasMessageContaining("a.pink:6:21");
    }
  }

  @Test
  void theCodeOfAUnitIsTheSameWhereTheOthersAreNotCompiled() {
    CompilationResult all =
        compilation(PROGRAM).optimization(Optimization.O2).build().run().orThrow();
    CompilationResult own =
        Compilation.builder()
            .engine(engine)
            .sources(Sources.texts(Map.of("main.pink", text("main.pink"))))
            .resolver(ManifestResolver.threadPool(2))
            .sourcePath(written())
            .optimization(Optimization.O2)
            .output(Output.OWN_OBJECTS)
            .build()
            .run()
            .orThrow();
    assertThat(objects(own)).containsEntry("main", objects(all).get("main"));
  }

  private static String text(String name) {
    return PROGRAM.getOrDefault(name, "");
  }

  private Path written() {
    PROGRAM.forEach(
        (name, text) -> {
          try {
            Files.writeString(folder.resolve(name), text);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
    return folder;
  }

  // ---- again --------------------------------------------------------------------------------

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource
  void onlyWhoHoldsAChangedBodyIsMadeAgain(
      String what, Optimization level, String before, String after, Set<String> made) {
    Compilation.Builder first = compilation(PROGRAM).optimization(level).store(store);
    first.build().run().orThrow();
    Map<String, String> program = edited(before, after);
    CompilationResult second =
        compilation(program).optimization(level).store(store).build().run().orThrow();
    Set<String> again =
        second.rebuilds().stream()
            .map(rebuild -> rebuild.unit().replace(".pink", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(again).isEqualTo(made);
    CompilationResult clean = compilation(program).optimization(level).build().run().orThrow();
    assertThat(objects(second)).isEqualTo(objects(clean));
  }

  static Stream<Arguments> onlyWhoHoldsAChangedBodyIsMadeAgain() {
    Optimization o2 = Optimization.O2;
    Optimization o0 = Optimization.O0;
    return Stream.of(
        Arguments.of("an offered body", o2, "p.y / p.x", "p.y * p.x", Set.of("a", "main")),
        Arguments.of("an offered body", o0, "p.y / p.x", "p.y * p.x", Set.of("a")),
        Arguments.of("a body held through another", o2, "x + x", "x * 5", Set.of("a", "b", "main")),
        Arguments.of("a body in a cycle", o2, "n == 0) { true", "n < 1) { true", Set.of("a", "b")),
        Arguments.of("a body that is not offered", o2, "x * 3", "x * 4", Set.of("a")),
        Arguments.of("a constant in a body", o2, ":= 10", ":= 11", Set.of("a", "main")),
        Arguments.of("a constant in a body", o0, ":= 10", ":= 11", Set.of("a")),
        Arguments.of(
            "a line before a panic", o2, "    b::twice", "\n    b::twice", Set.of("a", "main")),
        Arguments.of("a line before a panic", o0, "    b::twice", "\n    b::twice", Set.of("a")),
        Arguments.of("a line below", o2, "export fn large", "\nexport fn large", Set.of("a")),
        Arguments.of("a body that comes to be offered", o2, "hidden(x)", "x", Set.of("a", "main")));
  }

  @Test
  void whyNamesTheBodyAndTheCall() {
    compilation(PROGRAM).optimization(Optimization.O2).store(store).build().run().orThrow();
    CompilationResult second =
        compilation(edited("p.y / p.x", "p.y * p.x"))
            .optimization(Optimization.O2)
            .store(store)
            .build()
            .run()
            .orThrow();
    assertThat(second.why("main.pink").orElseThrow().toText())
        .startsWith(
            "main.pink: compiled\n  main.pink:3:5: the body of `a::sum` for inlining changed");
  }

  // ---- manifests ----------------------------------------------------------------------------

  @Test
  void aManifestFileHoldsTheBodiesAtEveryLevelAndImportersTakeThemFromThere() throws IOException {
    CompilationResult built = compilation(PROGRAM).build().run().orThrow();
    for (Manifest manifest : built.manifests()) {
      if (!manifest.module().isEmpty()) {
        Files.write(folder.resolve(manifest.name() + ".pmi"), manifest.toBytes());
      }
    }
    CompilationResult main = mainAgainstFiles();
    assertThat(main.diagnostics()).isEmpty();
    CompilationResult all =
        compilation(PROGRAM).optimization(Optimization.O2).build().run().orThrow();
    assertThat(objects(main)).containsEntry("main", objects(all).get("main"));
  }

  @Test
  void whereAManifestHasNoBodiesCallsAreCallsAndANoteSaysSo() throws IOException {
    for (String name : Set.of("a", "b")) {
      Manifest manifest =
          compilation(PROGRAM).output(Output.MANIFESTS).build().run().manifest(name).orElseThrow();
      Files.write(folder.resolve(name + ".pmi"), manifest.toBytes());
    }
    CompilationResult main = mainAgainstFiles();
    assertThat(main.diagnostics())
        .extracting(Diagnostic::code, one -> one.severity().name())
        .containsOnly(org.assertj.core.groups.Tuple.tuple("PK0720", "NOTE"));
    assertThat(main.object("main").orElseThrow().undefinedSymbols()).contains("_PM1aEF3sum");
  }

  private CompilationResult mainAgainstFiles() {
    return Compilation.builder()
        .engine(engine)
        .sources(Sources.texts(Map.of("main.pink", text("main.pink"))))
        .resolver(ManifestResolver.files(folder))
        .optimization(Optimization.O2)
        .output(Output.OWN_OBJECTS)
        .verify(true)
        .build()
        .run()
        .orThrow();
  }
}
