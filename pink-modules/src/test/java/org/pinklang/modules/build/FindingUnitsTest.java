package org.pinklang.modules.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pinklang.frontend.typed.CheckedUnit;
import org.pinklang.modules.resolve.Resolvers;
import org.pinklang.modules.source.SourceInput;

class FindingUnitsTest {
  private final Project project = new Project();

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void modulesAreFoundBelowTheFolderOfTheProgramUnit() {
    project.file("app/main.pink", "import a.b;\nfn main() { b::f(); }\n").input("app/main.pink");
    project.file("app/a/b.pink", "module a.b;\nexport fn f() -> Nil {}\n");
    assertThat(Project.names(project.build())).containsExactly("a/b.pink", "main.pink");
  }

  @Test
  void theSourcePathReplacesTheFolderOfTheProgramUnit() {
    project.file("app/main.pink", "import b;\nfn main() { b::f(); }\n").input("app/main.pink");
    project.file("app/b.pink", "module b;\nexport fn f() -> Nil {}\n");
    project.sourcePath("lib");
    assertThat(project.codes()).containsExactly("PK0201");
  }

  @Test
  void theFirstRootThatHasAModuleGivesIt() {
    project.file("main.pink", "import b;\nfn main() -> Integer { b::f(); }\n").input("main.pink");
    project.file("one/b.pink", "module b;\nexport fn f() -> Integer { 1; }\n");
    project.file("two/b.pink", "module b;\nexport fn f() -> Integer { 2; }\n");
    BuildResult result = project.sourcePath("none", "two", "one").build();
    assertThat(result.origins()).containsEntry("b.pink", "/work/two/b.pink");
  }

  @Test
  void partitionsAndImplementationUnitsBesideAPrimaryBelongToTheBuild() {
    project.file("main.pink", "import a.m;\nfn main() { m::f(); }\n").input("main.pink");
    project.file("a/m.pink", "module a.m;\nexport import :p;\nexport fn f() -> Nil;\n");
    project.file("a/m-p.pink", "module a.m:p;\nexport fn g() -> Nil {}\n");
    project.file("a/m-q.pink", "implement a.m:q;\nfn h() {}\n");
    project.file("a/m+x.pink", "implement a.m;\nfn f() { g(); }\n");
    project.file("a/mm+x.pink", "implement a.mm;\n");
    assertThat(Project.names(project.build()))
        .containsExactly("a/m+x.pink", "a/m-p.pink", "a/m-q.pink", "a/m.pink", "main.pink");
  }

  @Test
  void unitsOfAModuleComeFromTheRootOfItsPrimary() {
    project.file("main.pink", "import m;\nfn main() { m::f(); }\n").input("main.pink");
    project.file("one/m-p.pink", "module m:p;\nexport fn f() -> Nil {}\n");
    project.file("two/m.pink", "module m;\nexport import :p;\n");
    assertThat(Project.shown(project.sourcePath("one", "two").build()))
        .anyMatch(line -> line.startsWith("m.pink:") || line.contains("PK0"));
    assertThat(Project.names(project.build())).containsExactly("m.pink", "main.pink");
  }

  @Test
  void anInputMayLieAnywhereAndBeCalledAnything() {
    project.file("main.pink", "import a.b;\nfn main() { b::f(); }\n");
    project.file("elsewhere/x.pink", "module a.b;\nexport fn f() -> Nil {}\n");
    BuildResult result = project.input("main.pink", "elsewhere/x.pink").build();
    assertThat(result.diagnostics()).isEmpty();
    assertThat(Project.names(result)).containsExactly("a/b.pink", "main.pink");
  }

  @Test
  void implementationUnitsAreNamedForTheirFile() {
    project.file("m.pink", "module m;\n");
    project.file("m+a+b.pink", "implement m;\n");
    project.file("other.pink", "implement m;\n");
    project.input("m.pink", "m+a+b.pink", "other.pink");
    assertThat(Project.names(project.build()))
        .containsExactly("m+a+b.pink", "m+other.pink", "m.pink");
  }

  @Test
  void aFolderIsEverySourceBelowItAndARoot() {
    project.file("src/tools/main.pink", "import b;\nfn main() { b::f(); }\n");
    project.file("src/b.pink", "module b;\nexport fn f() -> Nil {}\n");
    project.file("src/notes.txt", "not Pink");
    BuildResult result = project.inputFolder("src").build();
    assertThat(result.diagnostics()).isEmpty();
    assertThat(Project.names(result)).containsExactly("b.pink", "tools/main.pink");
  }

  @Test
  void aModuleCanBeAskedForByName() {
    project.file("lib/a/b.pink", "module a.b;\nexport fn f() -> Nil {}\n").sourcePath("lib");
    assertThat(Project.names(project.inputModule("a.b").build())).containsExactly("a/b.pink");
  }

  @Test
  void aModuleAskedForThatIsNotThereIsReported() {
    project.sourcePath("lib").inputModule("a.b");
    assertThat(project.codes()).containsExactly("PK0705");
  }

  @Test
  void aFileInThePlaceOfAnotherModuleIsAnErrorNamingBoth() {
    project.file("main.pink", "import a;\nfn main() { a::f(); }\n").input("main.pink");
    project.file("a.pink", "module b;\nexport fn f() -> Nil {}\n");
    assertThat(Project.shown(project.build()))
        .singleElement()
        .asString()
        .startsWith("main.pink:7 PK0202")
        .contains("a.pink", "`a`", "module b");
  }

  @Test
  void aFileThatOnlyLooksLikeAnImplementationUnitIsReported() {
    project.file("m.pink", "module m;\n").file("m+x.pink", "implement n;\n").input("m.pink");
    assertThat(Project.shown(project.build()))
        .containsExactly(
            "/work/m+x.pink:0 PK0703 `/work/m+x.pink` is in the place of an implementation unit of"
                + " `m`, but is `implement n`");
  }

  @Test
  void aFileThatOnlyLooksLikeAPartitionIsReportedOnce() {
    project.file("m.pink", "module m;\n").file("m-p.pink", "module m:q;\n").input("m.pink");
    assertThat(Project.shown(project.build()))
        .containsExactly(
            "/work/m-p.pink:0 PK0703 `/work/m-p.pink` is in the place of the partition `m:p`, but is"
                + " `module m:q`");
  }

  @Test
  void twoPrimaryUnitsOfAModuleAreReportedWithBothFiles() {
    project.file("one.pink", "module m;\n").file("two.pink", "module m;\n");
    assertThat(Project.shown(project.input("two.pink", "one.pink").build()))
        .containsExactly(
            "/work/two.pink:0 PK0701 `m` is declared twice: by `/work/one.pink` and by"
                + " `/work/two.pink`");
  }

  @Test
  void twoUnitsWithOneLogicalNameAreReportedWithBothFiles() {
    project.file("m.pink", "fn main() {}\n").file("x.pink", "module m;\n");
    assertThat(project.input("m.pink", "x.pink").codes()).containsExactly("PK0702");
  }

  @Test
  void aProgramCalledLikeTheUnitOfAManifestIsReportedWithBothFiles() {
    project.manifest("pm/shapes.pmi", "module shapes;\nexport fn f() -> Nil {}\n");
    project.file("app/shapes.pink", "import shapes;\nfn main() { shapes::f(); }\n");
    project.sourcePath("lib").input("app/shapes.pink");
    project.resolver(Resolvers.files(List.of(project.path("pm"))));
    BuildResult result = project.build();
    assertThat(Project.shown(result))
        .containsExactly(
            "/work/app/shapes.pink:0 PK0702 `/work/pm/shapes.pmi` and `/work/app/shapes.pink` are"
                + " both called `shapes.pink` in this build");
    assertThat(result.graph().units()).hasSize(1);
  }

  @Test
  void twoTextsInMemoryWithOneNameAreReportedInWhateverOrder() {
    SourceInput one = new SourceInput.Text("app/m.pink", "fn main() {}\n");
    SourceInput two = new SourceInput.Text("app/m.pink", "fn other() {}\n");
    List<String> expected =
        List.of(
            "app/m.pink (2):0 PK0702 `app/m.pink` and `app/m.pink (2)` are both called `app/m.pink`"
                + " in this build");
    assertThat(texts(one, two)).isEqualTo(expected);
    assertThat(texts(two, one)).isEqualTo(expected);
    assertThat(texts(one, one)).isEmpty();
  }

  @Test
  void twoTextsInMemoryWithOneNameThatDeclareOneModuleAreReported() {
    SourceInput one = new SourceInput.Text("m.pink", "module m;\n");
    SourceInput two = new SourceInput.Text("m.pink", "module m;\nconst n: Integer := 1;\n");
    assertThat(texts(one, two))
        .containsExactly(
            "m.pink (2):0 PK0701 `m` is declared twice: by `m.pink` and by `m.pink (2)`");
  }

  private static List<String> texts(SourceInput first, SourceInput second) {
    try (Project other = new Project()) {
      return Project.shown(other.input(first).input(second).build());
    }
  }

  @Test
  void twoManifestsOfOneNameAreReportedInWhateverOrder() {
    project.manifest("one.pmi", "module b;\nexport fn f() -> Nil {}\n");
    project.manifest("two.pmi", "module b;\nexport fn g() -> Nil {}\n");
    project.file("main.pink", "import b;\nfn main() { b::f(); }\n").input("main.pink");
    project.input(new SourceInput.ManifestFile(project.path("two.pmi")));
    project.input(new SourceInput.ManifestFile(project.path("one.pmi")));
    assertThat(Project.shown(project.build()))
        .containsExactly(
            "/work/two.pmi:0 PK0701 `b` is declared twice: by `/work/one.pmi` and by"
                + " `/work/two.pmi`");
  }

  @Test
  void aSourceAndTheManifestOfItsUnitAreNotBothInputs() {
    project.file("b.pink", "module b;\n").manifest("old.pmi", "module b;\n");
    project.file("b+x.pink", "implement b;\n").manifest("b+x.pmi", "implement b;\n");
    project.input("b.pink", "b+x.pink");
    project.input(new SourceInput.ManifestFile(project.path("old.pmi")));
    project.input(new SourceInput.ManifestFile(project.path("b+x.pmi")));
    assertThat(Project.shown(project.build()))
        .containsExactly(
            "/work/b+x.pmi:0 PK0702 `/work/b+x.pink` and `/work/b+x.pmi` are both called"
                + " `b+x.pink` in this build",
            "/work/old.pmi:0 PK0701 `b` is declared twice: by `/work/b.pink` and by"
                + " `/work/old.pmi`");
  }

  @Test
  void aFolderWithoutSourcesIsReportedOnce() {
    project.file("empty/notes.txt", "not Pink").inputFolder("empty").inputFolder("empty");
    assertThat(Project.shown(project.build()))
        .containsExactly("/work/empty:0 PK0719 there is no .pink file in the folder `/work/empty`");
  }

  @ParameterizedTest
  @EnumSource(names = {"HEADS", "OWN_MANIFESTS", "MANIFESTS"})
  void theImportsOfAManifestAreFollowedOnlyWhereThoseOfSourcesAre(BuildRequest.Depth depth) {
    project.manifest("out/b.pmi", "module b;\nimport gone;\n");
    project.inputModule("b").resolver(Resolvers.files(List.of(project.path("out")))).depth(depth);
    assertThat(project.build().graph().missing()).hasSize(depth.followsImports() ? 1 : 0);
  }

  @Test
  void aStrayIsReportedOnceWhereAnObjectNeedsAStandardModule() {
    project.file("m.pink", "module m;\n").file("m-p.pink", "module m:q;\n").input("m.pink");
    project.bytes("x.o", new byte[1]).input(new SourceInput.LinkFile(project.path("x.o")));
    project.depth(BuildRequest.Depth.COMPILE).backEnd(new NeedingBackEnd("std.io"));
    assertThat(project.codes()).containsExactly("PK0703");
  }

  /** Compiles to nothing; every object needs a module. */
  private record NeedingBackEnd(String module) implements BackEnd {

    @Override
    public CompiledUnit compile(CheckedUnit unit, Consumer<RuntimeException> threadLost) {
      return new CompiledUnit(new byte[0], List.of(), true, List.of());
    }

    @Override
    public Set<String> modulesNeeded(byte[] bytes) {
      return Set.of(module);
    }
  }

  @Test
  void aSecondMainIsReported() {
    project.file("a.pink", "fn main() {}\n").file("b.pink", "fn main() {}\n");
    assertThat(Project.shown(project.input("a.pink", "b.pink").build()))
        .containsExactly("b.pink:3 PK0704 `main` is defined in two program units of this build");
  }

  @Test
  void anInputThatCannotBeReadIsAnException() {
    project.input("missing.pink");
    assertThatThrownBy(project::build)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("missing.pink");
  }

  @Test
  void oneTextGivenTwiceIsOneUnit() {
    project.file("src/main.pink", "fn main() {}\n");
    BuildResult result = project.input("src/main.pink", "src/../src/main.pink").build();
    assertThat(Project.names(result)).containsExactly("main.pink");
    assertThat(result.diagnostics()).isEmpty();
  }
}
