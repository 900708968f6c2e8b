package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.modules.codec.ManifestCodec;
import org.pinklang.modules.resolve.ManifestResolver;
import org.pinklang.modules.resolve.Resolvers;
import org.pinklang.modules.source.SourceInput;

/** Manifests of implementation units, wherever they come from, define what an interface leaves. */
class ImplementationManifestsTest {
  private static final String M = "module m;\nexport fn f() -> Nil;\n";
  private static final String X = "implement m;\nfn f() -> Nil {}\n";
  private static final String OTHER_X = "implement m;\nfn g() -> Nil {}\n";

  private final Project project = new Project();

  @AfterEach
  void close() {
    project.close();
  }

  private List<String> found(ManifestResolver... resolvers) {
    project.file("src/m.pink", M).input("src/m.pink");
    return Project.shown(project.resolver(Resolvers.firstOf(List.of(resolvers))).build());
  }

  private ManifestResolver folders(String... names) {
    return Resolvers.files(Arrays.stream(names).map(project::path).toList());
  }

  /** The manifest of a unit as a build of its module gives it. */
  private static Manifest implementation() {
    try (Project other = new Project()) {
      return other
          .file("m.pink", M)
          .file("m+x.pink", X)
          .inputFolder(".")
          .build()
          .units()
          .getFirst()
          .manifest();
    }
  }

  @Test
  void everyStrategyAndAnInputGivesThem() {
    project.manifest("out/m+x.pmi", X).manifest("far/x.pmi", X);
    assertThat(found()).singleElement().asString().contains("m.pink");
    assertThat(found(folders("none", "out"))).isEmpty();
    assertThat(found(Resolvers.inMemory(List.of(implementation())))).isEmpty();
    project.input(new SourceInput.ManifestFile(project.path("far/x.pmi")));
    assertThat(found()).isEmpty();
  }

  @Test
  void onlyTheFolderThatWouldGiveThePrimaryGivesThem() {
    project.manifest("one/m+x.pmi", X).manifest("two/m+x.pmi", OTHER_X);
    project.manifest("two/m.pmi", M).file("src/m.pink", M);
    assertThat(found(folders("one", "two"))).isNotEmpty();
    assertThat(found(folders("one"))).isEmpty();
  }

  @Test
  void whatIsWrongWithOneIsAWarning() {
    byte[] damaged = ManifestCodec.encode(Project.manifestOf(X));
    damaged[damaged.length - 1]++;
    project.bytes("out/m+a.pmi", damaged).manifest("out/m+b.pmi", M).manifest("out/m+x.pmi", X);
    assertThat(found(folders("out")))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("m+a.pmi:0 PK0712 `m+a.pmi` is not used"),
            second ->
                assertThat(second)
                    .isEqualTo(
                        "m+b.pmi:0 PK0714 `m+b.pmi` is not used: it is the manifest of `m`"));
  }

  @Test
  void aStaleOneDefinesNothing() {
    project.manifest("out/m+x.pmi", X).file("m+x.pink", OTHER_X).sourcePath(".");
    // Called otherwise, so that it does not bring its module's files along.
    project.file("far/any.pink", M).input("far/any.pink").resolver(folders("out"));
    assertThat(Project.shown(project.build()))
        .contains(
            "m+x.pmi:0 PK0711 `m+x.pmi` is not used: it was made from another text than `m+x.pink`"
                + " is now")
        .hasSize(2);
  }

  @Test
  void twoInputsWithOneLogicalNameAreReported() {
    project.manifest("one/m+x.pmi", X).manifest("two/m+x.pmi", X);
    project.input(new SourceInput.ManifestFile(project.path("two/m+x.pmi")));
    project.input(new SourceInput.ManifestFile(project.path("one/m+x.pmi")));
    assertThat(found())
        .containsExactly(
            "/work/two/m+x.pmi:0 PK0702 `/work/one/m+x.pmi` and `/work/two/m+x.pmi` are both called"
                + " `m+x.pink` in this build");
  }
}
