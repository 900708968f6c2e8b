package org.pinklang.api.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.api.Compilation;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.ManifestResolver;
import org.pinklang.api.Output;
import org.pinklang.api.Rebuild;
import org.pinklang.api.Sources;
import org.pinklang.api.Store;

/** What a change of a manifest in a file makes a build with a store do again. */
class ManifestFileEditsTest {
  private static final String OLD =
      "module m; export fn f(x: Integer) -> Integer { 7; } export const c: Integer := 1;";

  @TempDir Path folder;

  private final Store store = Store.inMemory(1 << 24);

  private void manifest(String text) throws IOException {
    CompilationResult made = build(Sources.text("m.pink", text), Store.none());
    Files.write(folder.resolve("m.pmi"), made.manifests().get(0).toBytes());
  }

  private CompilationResult build(Sources sources, Store used) {
    return Compilation.builder()
        .sources(sources)
        .output(Output.OWN_OBJECTS)
        .manifestPath(folder)
        .resolver(ManifestResolver.singleThreaded())
        .store(used)
        .build()
        .run()
        .orThrow();
  }

  /** The units that are made again; the objects are those of a build from nothing. */
  private List<String> made() {
    Sources sources =
        Sources.text("calls.pink", "module calls; import m; export fn g() -> Integer { m::f(1); }")
            .and(
                Sources.text(
                    "length.pink",
                    "module length; import m; export fn l(x: [Byte; m::c]) -> Integer { 1; }"));
    CompilationResult result = build(sources, store);
    CompilationResult clean = build(sources, Store.none());
    for (int i = 0; i < clean.objects().size(); i++) {
      assertThat(result.objects().get(i).bytes()).isEqualTo(clean.objects().get(i).bytes());
    }
    return result.rebuilds().stream().map(Rebuild::unit).toList();
  }

  @Test
  void usersOfWhatChangedInItAreMadeAgain() throws IOException {
    manifest(OLD);
    assertThat(made()).containsExactly("calls.pink", "length.pink");
    assertThat(made()).isEmpty();
    manifest(OLD.replace("f(x: Integer)", "f(x: Byte)"));
    assertThat(made()).containsExactly("calls.pink");
    manifest(OLD.replace(":= 1", ":= 2"));
    assertThat(made()).containsExactly("length.pink");
    manifest(OLD);
    assertThat(made()).isEmpty();
  }

  @Test
  void aSourceInItsPlaceThatSaysTheSameChangesNothing() throws IOException {
    manifest(OLD);
    made();
    Sources both =
        Sources.text("m.pink", OLD)
            .and(
                Sources.text(
                    "calls.pink", "module calls; import m; export fn g() -> Integer { m::f(1); }"));
    Files.delete(folder.resolve("m.pmi"));
    CompilationResult result = build(both, store);
    assertThat(result.rebuilds()).extracting(Rebuild::unit).containsExactly("m.pink");
  }
}
