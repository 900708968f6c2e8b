package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.link.archive.StaticArchive;
import org.pinklang.link.object.LinkObject;

/** Units compiled one by one, against nothing but the manifests of others, and linked. */
class SeparateCompilationTest {
  @TempDir Path folder;

  private Engine engine;
  private Path out;

  @BeforeEach
  void open() throws IOException {
    engine = Engine.open();
    out = Files.createDirectories(folder.resolve("out"));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Compilation.Builder compilation(Sources sources) {
    return Compilation.builder()
        .sources(sources)
        .engine(engine)
        .resolver(ManifestResolver.threadPool(2));
  }

  private void emit(Compilation.Builder builder, Output output) throws IOException {
    CompilationResult result = builder.output(output).build().run().orThrow();
    for (UnitOutput unit : result.outputs()) {
      unit.writeTo(out.resolve(unit.fileName()));
    }
  }

  /** Writes the manifest of a text, which lies nowhere. */
  private void emitManifest(String name, String text) throws IOException {
    emit(compilation(Sources.text(name, text)), Output.OWN_MANIFESTS);
  }

  /** Writes the object of a text, which lies nowhere, against the manifests written before. */
  private void emitObject(String name, String text) throws IOException {
    emit(compilation(Sources.text(name, text)).manifestPath(out), Output.OBJECTS);
  }

  private long run(CompilationResult result) {
    try (LoadedProgram program = result.orThrow().load()) {
      return program.run();
    }
  }

  private int execute(CompilationResult result) throws Exception {
    Path file = result.orThrow().link(Link.executable(folder.resolve("program")));
    return new ProcessBuilder(file.toString()).start().waitFor();
  }

  private static final String MAIN = "import a;\nfn main() -> Integer { a::down(5); }\n";
  private static final String A =
      """
      module a;
      import b;
      export fn down(n: Integer) -> Integer { if (n < 1) { 7; } else { b::down(n - 1); } }
      """;
  private static final String B =
      "module b;\nimport a;\nexport fn down(n: Integer) -> Integer { a::down(n); }\n";

  @Test
  void aCycleIsCompiledUnitByUnit() throws Exception {
    emitManifest("a.pink", A);
    emitManifest("b.pink", B);
    emitObject("a.pink", A);
    emitObject("b.pink", B);
    CompilationResult result =
        compilation(Sources.text("main.pink", MAIN)).manifestPath(out).build().run();
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.objects()).extracting(ObjectFile::name).containsExactly("main");
    assertThat(run(result)).isEqualTo(7);
    assertThat(execute(result)).isEqualTo(7);
    try (LoadedProgram program = result.load()) {
      assertThat(program.function("a::down").invokeLong(3)).isEqualTo(7);
      assertThatThrownBy(() -> program.function("a::up")).hasMessageContaining("a::down");
    }
  }

  @Test
  void ownObjectsAreThoseOfTheSourcesAndNoOthers() {
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.text("a.pink", A))
            .engine(engine)
            .resolver(
                ManifestResolver.inMemory(
                    compilation(Sources.text("b.pink", B))
                        .output(Output.OWN_MANIFESTS)
                        .build()
                        .run()
                        .manifests()))
            .output(Output.OWN_OBJECTS)
            .build()
            .run()
            .orThrow();
    assertThat(result.objects()).extracting(ObjectFile::name).containsExactly("a");
    assertThat(result.counters().compiled()).isEqualTo(1);
    assertThatThrownBy(result::load).hasMessageContaining("OWN_OBJECTS");
  }

  @Test
  void whatIsImportedIsNotCompiledForOwnObjects() throws Exception {
    Files.writeString(folder.resolve("b.pink"), "module b;\nexport fn f() -> Nil {}\n");
    CompilationResult result =
        compilation(
                Sources.text("a.pink", "module a;\nimport b;\nexport fn g() -> Nil { b::f(); }"))
            .sourcePath(folder)
            .output(Output.OWN_OBJECTS)
            .build()
            .run()
            .orThrow();
    assertThat(result.objects()).extracting(ObjectFile::name).containsExactly("a");
    assertThat(result.counters().outlined()).isEqualTo(2);
    assertThat(result.counters().parsed()).isEqualTo(1);
    assertThat(result.counters().compiled()).isEqualTo(1);
  }

  @Test
  void theManifestOfACycleNeedsNoOther() throws Exception {
    CompilationResult result =
        compilation(Sources.text("a.pink", A)).output(Output.OWN_MANIFESTS).build().run();
    assertThat(result.succeeded()).isTrue();
    assertThat(result.outputs()).extracting(UnitOutput::fileName).containsExactly("a.pmi");
  }

  @Test
  void theUnitsOfAModuleAreCompiledUnitByUnit() throws Exception {
    String primary =
        "module a.m;\nexport import :p;\nimport :q;\nexport fn f(n: Integer) -> Integer;\n";
    String p = "module a.m:p;\nexport fn g(n: Integer) -> Integer { n + 1; }\n";
    String q = "implement a.m:q;\nimport std.io;\nfn h(n: Integer) -> Integer { n * 10; }\n";
    String x = "implement a.m;\nfn f(n: Integer) -> Integer { h(g(n)); }\n";
    List<String> names = List.of("m.pink", "m-p.pink", "m-q.pink", "m+x.pink");
    List<String> texts = List.of(primary, p, q, x);
    for (int i = 0; i < names.size(); i++) {
      emitManifest(names.get(i), texts.get(i));
    }
    for (int i = 0; i < names.size(); i++) {
      emitObject(names.get(i), texts.get(i));
    }
    assertThat(out)
        .isDirectoryContaining("glob:**/a.m+x.o")
        .isDirectoryContaining("glob:**/a.m-p.pmi");
    Compilation.Builder program =
        compilation(
            Sources.text("main.pink", "import a.m;\nfn main() -> Integer { m::f(m::g(2)); }\n"));
    assertThat(run(program.manifestPath(out).build().run())).isEqualTo(40);
  }

  @Test
  void aMissingObjectIsReportedWithItsModuleAndWhoImportsIt() throws Exception {
    emitManifest("a.pink", A);
    emitManifest("b.pink", B);
    emitObject("a.pink", A);
    CompilationResult result =
        compilation(Sources.text("main.pink", MAIN)).manifestPath(out).build().run();
    assertThatThrownBy(result::load)
        .isInstanceOfSatisfying(
            LinkException.class,
            e -> {
              Diagnostic only = e.diagnostics().getFirst();
              assertThat(e.diagnostics()).hasSize(1);
              assertThat(only.code()).isEqualTo("PK0806");
              assertThat(only.message())
                  .isEqualTo("the object of `b` is missing; it is needed by a");
              assertThat(only.toText()).contains(out.resolve("b.o").toString());
            });
    Files.delete(out.resolve("a.o"));
    assertThatThrownBy(() -> execute(result.orThrow())).isInstanceOf(LinkException.class);
  }

  @Test
  void aSourceThatTheManifestWasMadeFromStandsInForTheObject() throws Exception {
    emitManifest("a.pink", A);
    emitManifest("b.pink", B);
    emitObject("a.pink", A);
    write("src/b.pink", B);
    CompilationResult result =
        compilation(Sources.text("main.pink", MAIN))
            .manifestPath(out)
            .sourcePath(folder.resolve("src"))
            .build()
            .run();
    assertThat(result.objects()).extracting(ObjectFile::name).containsExactly("b", "main");
    assertThat(run(result)).isEqualTo(7);
  }

  @Test
  void objectsAndArchivesAreLinkedAndLoaded() throws Exception {
    emitManifest("a.pink", A);
    emitManifest("b.pink", B);
    emitObject("a.pink", A);
    emitObject("b.pink", B);
    emitObject("c.pink", "module c;\nexport fn down(n: Integer) -> Integer { n; }\n");
    emitObject("main.pink", MAIN);
    Sources objects =
        Sources.objects(out.resolve("main.o"), out.resolve("a.o"))
            .and(Sources.objects(out.resolve("b.o")));
    CompilationResult all = compilation(objects).build().run();
    assertThat(run(all)).isEqualTo(7);
    assertThat(execute(all)).isEqualTo(7);
    byte[] archive =
        StaticArchive.indexed(
            List.of(
                object("a.o"),
                object("c.o"),
                object("b.o"),
                new LinkObject("a2", object("a.o").bytes())));
    Path library = Files.write(out.resolve("library.a"), archive);
    Sources some = Sources.objects(out.resolve("main.o")).and(Sources.archives(library));
    CompilationResult chosen = compilation(some).build().run();
    assertThat(run(chosen)).isEqualTo(7);
    assertThat(execute(chosen)).isEqualTo(7);
  }

  private LinkObject object(String name) throws IOException {
    return new LinkObject(name, Files.readAllBytes(out.resolve(name)));
  }

  @Test
  void theStandardModulesThatObjectsNeedAreThere() throws Exception {
    emitObject("main.pink", "import std.io;\nfn main() -> Integer { io::print(\"\"); 3; }\n");
    CompilationResult result = compilation(Sources.objects(out.resolve("main.o"))).build().run();
    assertThat(run(result)).isEqualTo(3);
  }

  @Test
  void objectsThatDoNotGoTogetherAreNamedWithWhatTheyDefine() throws Exception {
    String first = "module a;\nexport fn f() -> Integer { 1; }\n";
    emitObject("a.pink", first);
    Files.move(out.resolve("a.o"), out.resolve("older.o"));
    emitObject("a.pink", first);
    List<String> messages = refusals(Sources.objects(out.resolve("older.o"), out.resolve("a.o")));
    assertThat(messages)
        .singleElement()
        .asString()
        .contains("`a::f` is defined more than once", "older.o", "out/a.o");
    emitManifest("b.pink", "module b;\nexport fn g() -> Integer { 1; }\n");
    emitObject("b.pink", "module b;\nexport fn other() -> Integer { 1; }\n");
    Compilation.Builder program =
        compilation(Sources.text("main.pink", "import b;\nfn main() -> Integer { b::g(); }\n"));
    assertThatThrownBy(() -> program.manifestPath(out).build().run().load())
        .isInstanceOfSatisfying(
            LinkException.class,
            e -> {
              assertThat(e).hasMessageContaining("`b::g` is not defined anywhere");
              assertThat(e.diagnostics().getFirst().notes().getFirst()).contains("out/b.o");
            });
  }

  private List<String> refusals(Sources sources) {
    try (LoadedProgram program = compilation(sources).build().run().load()) {
      return List.of("loaded " + program);
    } catch (LinkException e) {
      return e.diagnostics().stream().map(Diagnostic::message).toList();
    }
  }

  @Test
  void whatIsNoObjectIsRefusedByName() throws Exception {
    emitObject("a.pink", "module a;\nexport fn f() -> Integer { 1; }\n");
    byte[] sound = Files.readAllBytes(out.resolve("a.o"));
    Path cut = Files.write(out.resolve("cut.o"), Arrays.copyOf(sound, 200));
    Path empty = Files.write(out.resolve("empty.a"), new byte[0]);
    Path thin = Files.writeString(out.resolve("thin.a"), "!<thin>\n");
    assertThat(refusals(Sources.objects(cut))).singleElement().asString().contains("cut.o");
    assertThat(refusals(Sources.archives(empty))).singleElement().asString().contains("empty.a");
    assertThat(refusals(Sources.archives(thin))).singleElement().asString().contains("thin");
    byte[] foreign = sound.clone();
    foreign[18] = (byte) 183;
    Files.write(out.resolve("b.o"), foreign);
    assertThat(refusals(Sources.objects(out.resolve("b.o"))))
        .singleElement()
        .asString()
        .contains("is for aarch64, but the target is x86_64");
  }

  @Test
  void everyModuleMayComeFromSomewhereElse() throws Exception {
    String text = "module %s;\nexport fn f() -> Integer { %d; }\n";
    emitManifest("explicit.pink", text.formatted("explicit", 1));
    emitObject("explicit.pink", text.formatted("explicit", 1));
    Path named = Files.createDirectories(folder.resolve("named"));
    Files.move(out.resolve("explicit.pmi"), named.resolve("x.pmi"));
    Files.move(out.resolve("explicit.o"), named.resolve("x.o"));
    emitManifest("found.pink", text.formatted("found", 2));
    emitObject("found.pink", text.formatted("found", 2));
    write("src/source.pink", text.formatted("source", 4));
    write("src/held.pink", text.formatted("held", 8));
    write("src/late.pink", text.formatted("late", 16));
    Manifest held = manifest(Sources.files(folder.resolve("src/held.pink")));
    Manifest late = manifest(Sources.files(folder.resolve("src/late.pink")));
    ManifestResolver own =
        request ->
            request.name().equals("late")
                ? ManifestResolver.Answer.later(
                    CompletableFuture.supplyAsync(() -> ManifestResolver.Answer.found(late)))
                : ManifestResolver.Answer.notMine();
    CompilationResult result =
        Compilation.builder()
            .sources(
                Sources.text(
                    "main.pink",
                    """
                    import explicit;
                    import found;
                    import source;
                    import held;
                    import late;
                    fn main() -> Integer {
                      explicit::f() + found::f() + source::f() + held::f() + late::f();
                    }
                    """))
            .sourcePath(folder.resolve("src"))
            .manifest("explicit", named.resolve("x.pmi"))
            .manifestPath(out)
            .resolver(
                ManifestResolver.firstOf(
                    own,
                    ManifestResolver.inMemory(List.of(held)),
                    ManifestResolver.singleThreaded()))
            .engine(engine)
            .build()
            .run();
    assertThat(result.diagnostics()).isEmpty();
    assertThat(run(result)).isEqualTo(31);
  }

  private Manifest manifest(Sources sources) {
    return compilation(sources)
        .output(Output.OWN_MANIFESTS)
        .build()
        .run()
        .orThrow()
        .manifests()
        .getFirst();
  }

  @Test
  void aMemoryIsKeptOverRuns() throws Exception {
    ManifestMemory memory = new ManifestMemory();
    memory.putAll(
        List.of(manifest(Sources.text("b.pink", "module b;\nexport fn f() -> Integer { 1; }\n"))));
    Compilation program =
        Compilation.builder()
            .sources(Sources.text("main.pink", "import b;\nfn main() -> Integer { b::f(); }\n"))
            .resolver(memory)
            .engine(engine)
            .output(Output.DIAGNOSTICS)
            .build();
    assertThat(program.run().succeeded()).isTrue();
    assertThat(memory.all()).extracting(Manifest::name).containsExactly("b");
    assertThat(memory.remove("b")).isPresent();
    assertThat(memory.find("b")).isEmpty();
    assertThat(program.run().diagnostics()).extracting(Diagnostic::code).containsExactly("PK0201");
  }

  @Test
  void oneNameOfALargeManifestIsDecodedAlone() throws Exception {
    StringBuilder text = new StringBuilder("module large;\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("export fn f%d(n: Integer) -> Integer { n + %d; }\n".formatted(i, i));
    }
    emitManifest("large.pink", text.toString());
    CompilationResult result =
        compilation(
                Sources.text(
                    "main.pink",
                    "import large { f77 };\nfn main() -> Integer { f77(large::f78(1)); }\n"))
            .manifestPath(out)
            .output(Output.DIAGNOSTICS)
            .build()
            .run();
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.counters().decoded()).isEqualTo(2);
  }
}
