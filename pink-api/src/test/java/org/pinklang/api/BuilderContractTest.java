package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.modules.graph.GraphUnit;

/** Each setter checks itself and says which value is wrong; what is built can be used again. */
class BuilderContractTest {
  private static final Sources PROGRAM = Sources.text("main.pink", "fn main() -> Integer { 7; }\n");

  @TempDir Path folder;

  @Test
  void sourcesMustBeThere() {
    assertThatThrownBy(() -> Compilation.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("`sources`");
    assertThatThrownBy(() -> Compilation.builder().sources(Sources.files()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`sources`");
  }

  @Test
  void nothingIsSetTwice() {
    Compilation.Builder builder = Compilation.builder().sources(PROGRAM).sourcePath(folder);
    assertThatThrownBy(() -> builder.sources(PROGRAM)).hasMessageContaining("`sources`");
    assertThatThrownBy(() -> builder.sourcePath(folder)).hasMessageContaining("`sourcePath`");
    builder.optimization(Optimization.O1).target(Target.host()).output(Output.OBJECTS);
    assertThatThrownBy(() -> builder.optimization(Optimization.O1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("`optimization`");
    assertThatThrownBy(() -> builder.target(Target.host())).hasMessageContaining("`target`");
    assertThatThrownBy(() -> builder.output(Output.OBJECTS)).hasMessageContaining("`output`");
  }

  @Test
  void aBuilderOfACompilationMaySetEachAnew() {
    Compilation compilation = Compilation.builder().sources(PROGRAM).build();
    CompilationResult result =
        compilation.toBuilder()
            .sources(Sources.text("x.pink", "module x;\n"))
            .output(Output.MANIFESTS)
            .build()
            .run();
    assertThat(result.manifests()).hasToString("[x]");
    assertThat(compilation.run().objects()).hasToString("[main.o]");
  }

  @Test
  void nullIsRefusedByName() {
    assertThatThrownBy(() -> Compilation.builder().sources(nothing()))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("`sources`");
    assertThatThrownBy(() -> Sources.files(folder, nothing()))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("`files[1]`");
    assertThatThrownBy(() -> ManifestResolver.explicit(nothing()))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("`files`");
  }

  @SuppressWarnings("NullAway")
  private static <T> T nothing() {
    return null;
  }

  @Test
  void wrongValuesAreNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("a.pink"), "");
    assertThatThrownBy(() -> Compilation.builder().sourcePath(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> Sources.files(folder)).hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> Sources.directory(file)).hasMessageContaining(file.toString());
    assertThatThrownBy(() -> Sources.text(" ", "")).hasMessageContaining("name");
    assertThatThrownBy(() -> Sources.modules("a..b")).hasMessageContaining("a..b");
    assertThatThrownBy(() -> ManifestResolver.threadPool(0)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> Target.of("pdp11"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pdp11")
        .hasMessageContaining("x86_64-linux-gnu");
  }

  @Test
  void aCompilationRunsAnyNumberOfTimesAndReadsAnew() throws IOException {
    Path file = Files.writeString(folder.resolve("main.pink"), "fn main() -> Integer { 1; }\n");
    Compilation compilation = Compilation.builder().sources(Sources.files(file)).build();
    try (LoadedProgram program = compilation.run().load()) {
      assertThat(program.run()).isEqualTo(1);
    }
    Files.writeString(file, "fn main() -> Integer { 2; }\n");
    try (LoadedProgram program = compilation.run().load()) {
      assertThat(program.run()).isEqualTo(2);
    }
  }

  @Test
  void filesOfAnyFileSystemAndOverlaysAreRead() throws IOException {
    try (FileSystem system = Jimfs.newFileSystem(Configuration.unix())) {
      Path root = Files.createDirectory(system.getPath("/src"));
      Path main =
          Files.writeString(
              root.resolve("main.pink"), "import a;\nfn main() -> Integer { a::f(); }\n");
      Sources sources =
          Sources.files(main)
              .overlay(root.resolve("a.pink"), "module a;\nexport fn f() -> Integer { 5; }\n");
      CompilationResult result = Compilation.builder().sources(sources).build().run();
      try (LoadedProgram program = result.load()) {
        assertThat(program.run()).isEqualTo(5);
      }
    }
  }

  @Test
  void aProgramWithErrorsIsAResultAndNoException() {
    CompilationResult result =
        Compilation.builder()
            .sources(Sources.text("main.pink", "fn main() -> Integer { x; }\n"))
            .build()
            .run();
    assertThat(result.succeeded()).isFalse();
    Diagnostic found = result.diagnostics().get(0);
    assertThat(found.toString()).startsWith("main.pink:1:24: error[PK0");
    assertThat(found.toJson()).startsWith("{\"code\":\"" + found.code() + "\"");
    assertThatThrownBy(result::orThrow)
        .isInstanceOf(CompilationException.class)
        .hasMessageContaining("main.pink:1:24");
    assertThatThrownBy(result::load).isInstanceOf(CompilationException.class);
    assertThat(result.objects()).isEmpty();
  }

  @Test
  void anExecutableWithoutMainIsALinkException() {
    CompilationResult result =
        Compilation.builder().sources(Sources.text("a.pink", "module a;\n")).build().run();
    assertThatThrownBy(() -> result.link(Link.executable(folder.resolve("a"))))
        .isInstanceOfSatisfying(
            LinkException.class,
            e -> assertThat(e.diagnostics().get(0).code()).isEqualTo("PK0801"));
  }

  @Test
  void aClosedEngineIsRefused() {
    Engine engine = Engine.open();
    Compilation compilation = Compilation.builder().sources(PROGRAM).engine(engine).build();
    assertThat(compilation.run().succeeded()).isTrue();
    engine.close();
    engine.close();
    assertThatThrownBy(compilation::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void aCancelledRunEndsAndTheCompilationRunsAgain() {
    Compilation compilation = Compilation.builder().sources(PROGRAM).build();
    Cancellation cancellation = Cancellation.create();
    cancellation.cancel();
    assertThatThrownBy(() -> compilation.run(cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(compilation.runAsync().join().succeeded()).isTrue();
  }

  @Test
  void resolversCompose() throws IOException {
    Path other = Files.writeString(folder.resolve("x"), "module a;\nexport const n := 3;\n");
    Sources sources = Sources.text("main.pink", "import a;\nfn main() -> Integer { a::n; }\n");
    Compilation plain =
        Compilation.builder()
            .sources(sources)
            .resolver(
                ManifestResolver.explicit(Map.of("a", other))
                    .orElse(ManifestResolver.threadPool(1)))
            .build();
    List<String> codes = plain.run().diagnostics().stream().map(Diagnostic::code).toList();
    assertThat(codes).hasSize(2);
    Files.writeString(other, "module a;\nexport const n: Integer := 3;\n");
    CompilationResult result = plain.run();
    assertThat(result.diagnostics()).isEmpty();
    CompilationResult again =
        plain.toBuilder()
            .resolver(ManifestResolver.inMemory(result.manifests()))
            .output(Output.DIAGNOSTICS)
            .build()
            .run();
    assertThat(again.diagnostics()).isEmpty();
    assertThat(again.graph().unit("a.pink")).map(GraphUnit::role).contains(GraphUnit.Role.MANIFEST);
    CompilationResult refused =
        plain.toBuilder()
            .resolver(request -> ManifestResolver.Answer.rejected("not today"))
            .build()
            .run();
    assertThat(refused.diagnostics().toString()).contains("not today");
  }

  @Test
  void aResolverThatAnswersNothingIsToldSo() {
    Compilation.Builder program =
        Compilation.builder()
            .sources(Sources.text("main.pink", "import a;\nfn main() { a::f(); }\n"))
            .output(Output.DIAGNOSTICS);
    Compilation answersNull = program.resolver(answeringNull()).build();
    Compilation completesWithNull =
        answersNull.toBuilder()
            .resolver(
                request -> ManifestResolver.Answer.later(CompletableFuture.completedStage(null)))
            .build();
    for (Compilation compilation : List.of(answersNull, completesWithNull)) {
      assertThatThrownBy(compilation::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("`a`")
          .hasMessageContaining("answer");
    }
  }

  @SuppressWarnings("NullAway") // A user's code may not be checked.
  private static ManifestResolver answeringNull() {
    return request -> null;
  }
}
