package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.manifest.text.ManifestText;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.codec.ManifestCodec;
import org.pinklang.modules.resolve.ManifestResolver;
import org.pinklang.modules.resolve.Resolvers;
import org.pinklang.modules.resolve.Validity;

/** Manifests in files: which are used under which policy, and what is said of the others. */
class ManifestFilesTest {
  private static final String B = "module b;\nexport fn f() -> Nil {}\n";
  private static final String NEWER_B = "module b;\nexport fn f() -> Nil {}\nexport fn g() {}\n";
  private static final String C = "module c;\nexport fn f() -> Nil {}\n";

  private final Project project = new Project();

  @AfterEach
  void close() {
    project.close();
  }

  private Project program() {
    return project.file("main.pink", "import b;\nfn main() { b::f(); }\n").input("main.pink");
  }

  private ManifestResolver folders(String... names) {
    return Resolvers.files(Arrays.stream(names).map(project::path).toList());
  }

  private ManifestResolver explicit(String name, String file) {
    return Resolvers.explicit(Map.of(UnitName.primary(name), project.path(file)));
  }

  private BuildResult build(ManifestResolver... resolvers) {
    return program().resolver(Resolvers.firstOf(List.of(resolvers))).build();
  }

  private static byte[] damaged(String text) {
    byte[] bytes = ManifestCodec.encode(Project.manifestOf(text));
    bytes[bytes.length - 1]++;
    return bytes;
  }

  // ---- what is found ------------------------------------------------------------------------

  @Test
  void aManifestStandsInForASourceThatIsGone() {
    project.manifest("out/b.pmi", B);
    BuildResult result = build(folders("none", "out"), Resolvers.fromSource());
    assertThat(Project.shown(result)).isEmpty();
    assertThat(Project.names(result)).containsExactly("main.pink");
    assertThat(result.graph().unit("b.pink").orElseThrow().origin()).isEqualTo("/work/out/b.pmi");
  }

  @Test
  void theFirstFolderThatHasAManifestGivesIt() {
    project.manifest("one/b.pmi", B).manifest("two/b.pmi", NEWER_B);
    BuildResult result = build(folders("one", "two"));
    assertThat(result.graph().unit("b.pink").orElseThrow().origin()).isEqualTo("/work/one/b.pmi");
  }

  @Test
  void aFileWhoseNameDiffersInCaseIsNotFound() {
    project.manifest("out/B.pmi", B);
    assertThat(Project.shown(build(folders("out"))))
        .containsExactly("main.pink:7 PK0201 module `b` is not found");
  }

  @Test
  void nothingIsOpenedThatNobodyAsksFor() {
    project.manifest("out/b.pmi", B).bytes("out/c.pmi", new byte[0]).bytes("x.pmi", new byte[0]);
    assertThat(Project.shown(build(explicit("x", "x.pmi"), folders("out")))).isEmpty();
  }

  @Test
  void aManifestAsTextIsToldByItsContent() {
    String text = ManifestText.print(Project.manifestOf(B));
    project.file("out/b.pmi", text).file("b.txt", text);
    assertThat(Project.shown(build(folders("out")))).isEmpty();
    assertThat(Project.shown(program().resolver(explicit("b", "b.txt")).build())).isEmpty();
  }

  @Test
  void aSourceGivenByNameMayBeCalledAnything() {
    project.file("b.old", B);
    BuildResult result = build(explicit("b", "b.old"));
    assertThat(Project.shown(result)).isEmpty();
    assertThat(Project.names(result)).containsExactly("b.pink", "main.pink");
  }

  @Test
  void theUnitsOfAModuleComeFromTheFolderOfItsPrimary() {
    project.manifest("one/b-p.pmi", "module b:p;\nexport fn f() -> Nil {}\n");
    project.manifest("two/b.pmi", "module b;\nexport import :p;\n");
    project.manifest("two/b-p.pmi", "module b:p;\nexport fn f() -> Nil {}\n");
    BuildResult result = build(folders("one", "two"));
    assertThat(Project.shown(result)).isEmpty();
    assertThat(result.graph().unit("b-p.pink").orElseThrow().origin())
        .isEqualTo("/work/two/b-p.pmi");
  }

  @Test
  void aPartitionOfAModuleMadeFromSourceIsTakenFromItsManifestWhereItsSourceIsGone() {
    project.file("b.pink", "module b;\nexport import :p;\n");
    project.manifest("out/b-p.pmi", "module b:p;\nexport fn f() -> Nil {}\n");
    assertThat(Project.shown(build(folders("out"), Resolvers.fromSource()))).isEmpty();
  }

  @Test
  void implementationUnitsAreCheckedAgainstTheManifestOfTheirPrimary() {
    project.manifest("out/b.pmi", "module b;\nexport fn f() -> Nil;\nvar n: Integer := 1;\n");
    project
        .file("far/x.pink", "implement b;\nfn f() -> Nil { if (n > 1) { f(); } }\n")
        .input("far/x.pink");
    assertThat(Project.shown(project.resolver(folders("out")).build())).isEmpty();
  }

  // ---- policies -----------------------------------------------------------------------------

  @Test
  void aStaleManifestIsAWarningAndTheNextIsAsked() {
    project.manifest("out/b.pmi", B).file("b.pink", NEWER_B);
    BuildResult result = build(folders("out"), Resolvers.fromSource());
    assertThat(Project.shown(result))
        .containsExactly(
            "b.pmi:0 PK0711 `b.pmi` is not used: it was made from another text than `b.pink` is"
                + " now");
    assertThat(Project.names(result)).containsExactly("b.pink", "main.pink");
    assertThat(result.counters().bytesRead())
        .isEqualTo(result.units().stream().mapToLong(unit -> unit.text().length()).sum());
  }

  @Test
  void aStaleManifestGivenByNameIsAWarningToo() {
    project.manifest("old.pmi", B).file("b.pink", NEWER_B);
    BuildResult result = build(explicit("b", "old.pmi"), Resolvers.fromSource());
    assertThat(result.diagnostics()).extracting(one -> one.code().id()).containsExactly("PK0711");
    assertThat(result.origins()).containsEntry("b.pmi", "/work/old.pmi");
  }

  @ParameterizedTest
  @EnumSource
  void aManifestWhoseSourceIsUnchangedIsUsed(Validity validity) {
    project.manifest("out/b.pmi", B).file("b.pink", B).validity(validity);
    BuildResult result = build(folders("out"), Resolvers.fromSource());
    assertThat(Project.shown(result)).isEmpty();
    assertThat(Project.names(result)).containsExactly("main.pink");
  }

  @Test
  void ignoringTheSourceUsesWhatIsStale() {
    project.manifest("out/b.pmi", B).file("b.pink", NEWER_B).validity(Validity.IGNORE);
    BuildResult result = build(folders("out"), Resolvers.fromSource());
    assertThat(Project.shown(result)).isEmpty();
    assertThat(Project.names(result)).containsExactly("main.pink");
  }

  @Test
  void theStrictPolicyWantsTheSource() {
    project.manifest("out/b.pmi", B).validity(Validity.STRICT);
    assertThat(Project.shown(build(folders("out"))))
        .containsExactly(
            "b.pmi:0 PK0715 `b.pmi` is not used: there is no source `b.pink` to compare it with",
            "main.pink:7 PK0201 module `b` is not found");
  }

  @Test
  void anEmbeddedSourceMatchesItself() {
    byte[] bytes =
        ManifestCodec.encode(Project.manifestOf(B), SourceText.ofBytes("b.pink", B.getBytes()));
    project.bytes("out/b.pmi", bytes).validity(Validity.STRICT);
    assertThat(Project.shown(build(folders("out")))).isEmpty();
  }

  // ---- what cannot be used ------------------------------------------------------------------

  @Test
  void whatIsWrongInFoldersIsAWarningEachAndTheNextIsAsked() {
    project.bytes("one/b.pmi", damaged(B)).manifest("two/b.pmi", C);
    project.bytes("three/b.pmi", new byte[] {(byte) 0x89, 'P', 'M'}).manifest("four/b.pmi", B);
    BuildResult result = build(folders("one", "two", "three", "four"));
    assertThat(result.diagnostics())
        .extracting(one -> one.code().id())
        .containsExactly("PK0712", "PK0714", "PK0712");
    assertThat(result.succeeded()).isTrue();
    assertThat(Project.names(result)).containsExactly("main.pink");
  }

  @Test
  void twoImportersHearOfADamagedManifestOnce() {
    project.bytes("out/b.pmi", damaged(B)).file("b.pink", B);
    project.file("c.pink", "module c;\nimport b;\nexport fn g() -> Nil { b::f(); }\n");
    project.input("c.pink");
    assertThat(build(folders("out"), Resolvers.fromSource()).diagnostics())
        .extracting(one -> one.code().id())
        .containsExactly("PK0712");
  }

  @Test
  void whatIsWrongWithAFileGivenByNameIsAnErrorAndNobodyElseIsAsked() {
    project.bytes("damaged.pmi", damaged(B)).manifest("other.pmi", C).manifest("out/b.pmi", B);
    for (String file : List.of("damaged.pmi", "other.pmi", "none.pmi", "out")) {
      assertThat(Project.shown(build(explicit("b", file), folders("out"))))
          .as(file)
          .singleElement()
          .asString()
          .startsWith("main.pink:7 PK0202")
          .contains("/work/" + file);
    }
  }

  @Test
  void textThatIsWrongNamesItsLine() {
    project.file("b.txt", "manifest b;\nexport fn f( -> Nil;\n");
    assertThat(Project.shown(build(explicit("b", "b.txt"))))
        .singleElement()
        .asString()
        .contains("`/work/b.txt` cannot be read: line 2: ");
  }
}
