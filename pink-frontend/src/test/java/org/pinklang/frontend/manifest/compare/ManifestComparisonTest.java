package org.pinklang.frontend.manifest.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.text.Manifests;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.TestData;
import org.pinklang.frontend.tree.RandomTrees;
import org.pinklang.frontend.tree.TreePrinter;

class ManifestComparisonTest {

  @TestFactory
  Stream<DynamicTest> whatChangedAndWhoseUsesBreakIsSaid() throws IOException {
    try (Stream<Path> folders = Files.list(TestData.root().resolve("manifests/diff"))) {
      return folders.sorted().toList().stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }
  }

  private static void check(Path folder) throws IOException {
    ManifestComparison comparison =
        ManifestComparison.between(read(folder, "old"), read(folder, "new"));
    TestData.checkFile(folder.resolve("expected"), ComparisonText.print(comparison));
  }

  private static Manifest read(Path folder, String name) throws IOException {
    String logicalName = folder.getFileName() + ".pink";
    return Manifests.of(logicalName, Files.readString(folder.resolve(name + ".pink")));
  }

  @Test
  void theVerdictIsThatOfTheLargestChange() {
    assertThat(verdict("export fn f() -> Nil {}", "export fn f() -> Nil { 1; }"))
        .isEqualTo(Impact.PATCH);
    assertThat(verdict("fn g() {}", "fn g() {} export fn f() -> Nil {}")).isEqualTo(Impact.MINOR);
    assertThat(verdict("export fn g() -> Nil {}", "export fn f() -> Nil {}"))
        .isEqualTo(Impact.MAJOR);
  }

  private static Impact verdict(String older, String newer) {
    return compare("module m; " + older, "module m; " + newer).verdict();
  }

  private static ManifestComparison compare(String older, String newer) {
    return ManifestComparison.between(Manifests.of("m.pink", older), Manifests.of("m.pink", newer));
  }

  @Test
  void theLargestChangesComeFirst() {
    List<Change> changes =
        compare(
                "module m; fn own() -> Nil {} export fn old() -> Integer { 1; }",
                "module m; export fn now() -> Nil {}")
            .changes();
    assertThat(changes).extracting(Change::name).containsExactly("old", "now", "own");
    assertThat(changes)
        .extracting(Change::impact)
        .isSortedAccordingTo(Comparator.<Impact>naturalOrder().reversed());
  }

  @Test
  void unitsThatNobodyImportsChangeByPatchesOnly() {
    assertThat(compare("implement m; fn f() -> Nil {}", "implement m; fn g() -> Nil {}").verdict())
        .isEqualTo(Impact.PATCH);
    assertThat(compare("implement m; const n := 1;", "implement m; const n := 2;").verdict())
        .isEqualTo(Impact.PATCH);
    assertThat(compare("fn f() {}", "fn main() {}").verdict()).isEqualTo(Impact.PATCH);
  }

  @Test
  void whatAPartitionKeepsToItsModuleMayReachImportersThroughOtherUnits() {
    for (String unit : List.of("implement m:p; ", "module m:p; ", "module m; import :p; ")) {
      assertThat(compare(unit + "struct S { a: Byte }", unit).verdict()).isEqualTo(Impact.MAJOR);
      ManifestComparison constant = compare(unit + "const n := 1;", unit + "const n := 2;");
      assertThat(constant.verdict()).isEqualTo(Impact.MAJOR);
      assertThat(constant.changes().get(0).consequence()).contains("through other units");
      ManifestComparison function = compare(unit, unit + "fn f() -> Nil {}");
      assertThat(function.verdict()).isEqualTo(Impact.PATCH);
      assertThat(function.changes().get(0).consequence()).doesNotContain("No importer");
    }
    String opaque = "module m:p; export opaque struct H { a: ";
    assertThat(compare(opaque + "Byte }", opaque + "Float }").verdict()).isEqualTo(Impact.MAJOR);
    assertThat(compare("module m; const n := 1;", "module m; const n := 2;").verdict())
        .isEqualTo(Impact.PATCH);
  }

  @Test
  void aQualifierMeansTheModuleThatItMeansToTheUnit() {
    String use = " export struct V { v: *c::T }";
    assertThat(verdict("import x.c; import a as c;" + use, "import x.c; import b as c;" + use))
        .isEqualTo(Impact.MAJOR);
    assertThat(verdict("import x.c;" + use, "import x.c; import a as c;" + use))
        .isEqualTo(Impact.MAJOR);
    assertThat(verdict("import x.c;" + use, "import x.c as d; export struct V { v: *d::T }"))
        .isEqualTo(Impact.PATCH);
    String older = "module a.m; export struct T { a: Byte } export const n: Integer := ";
    ManifestComparison own =
        compare(
            older + "1; export const k: Integer := m::n;",
            older + "2; export const k: Integer := a.m::n;");
    assertThat(own.changes()).extracting(Change::name).containsExactly("n");
    assertThat(own.changes().get(0).consequence()).contains("`k`");
  }

  @Test
  void aTypeOfTheUnitIsNotThePredeclaredOneOfItsName() {
    String use = "export struct X { x: Integer } ";
    assertThat(
            compare("module m; " + use, "module m; " + use + "export struct Integer { a: Byte }"))
        .extracting(ManifestComparison::verdict)
        .isEqualTo(Impact.MAJOR);
  }

  @Test
  void aFunctionTypeWithoutResultGivesNil() {
    assertThat(
            verdict(
                "export struct F { f: fn(fn()) }", "export struct F { f: fn(fn() -> Nil) -> Nil }"))
        .isEqualTo(Impact.PATCH);
    String own = "export struct Nil { a: Byte } ";
    assertThat(
            verdict(
                own + "export struct F { f: fn() }", own + "export struct F { f: fn() -> Nil }"))
        .isEqualTo(Impact.MAJOR);
  }

  /** Of a chain of structs, and of functions that were all renamed. */
  @Test
  void largeUnitsAreCompared() {
    StringBuilder older = new StringBuilder("module m; export struct S0 { a: Integer }\n");
    StringBuilder newer = new StringBuilder("module m; export struct S0 { a: Byte }\n");
    for (int i = 1; i <= 3_000; i++) {
      String struct = "export struct S" + i + " { a: S" + (i - 1) + " }\n";
      older.append(struct).append("export fn old" + i + "() -> *S" + i + " { f(); }\n");
      newer.append(struct).append("export fn new" + i + "() -> *S" + i + " { f(); }\n");
    }
    List<Change> changes = compare(older.toString(), newer.toString()).changes();
    assertThat(changes).hasSize(1 + 2 * 3_000);
    assertThat(changes.get(0).consequence()).endsWith("`S1`, `S2`, `S3` and more follows from it.");
    assertThat(changes.get(3_000).consequence()).endsWith("Perhaps it is called `new3000` now.");
  }

  @Test
  void aUnitThatLeavesTheInterfaceBreaksItsImporters() {
    ManifestComparison comparison = compare("module m:p;", "implement m:p;");
    assertThat(comparison.verdict()).isEqualTo(Impact.MAJOR);
    assertThat(comparison.changes()).extracting(Change::kind).containsOnly(ChangeKind.UNIT_KIND);
    assertThat(compare("implement m:p;", "module m:p;").verdict()).isEqualTo(Impact.MINOR);
  }

  @Test
  void manifestsOfDifferentUnitsAreNotCompared() {
    assertThatThrownBy(() -> compare("module a;", "module a:p;"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`a` and `a:p`");
    assertThatThrownBy(() -> compare("fn main() {}", "module a;"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a program unit and `a`");
  }

  @Property(tries = 200)
  void nothingChangesFromAUnitToItself(@ForAll long seed) {
    String unit = TreePrinter.print(new RandomTrees(seed, 3).unit());
    Manifest manifest = Manifests.of(SourceText.of("random.pink", unit));
    if (manifest != null) {
      assertThat(ManifestComparison.between(manifest, manifest))
          .isEqualTo(new ManifestComparison(Impact.PATCH, List.of()));
    }
  }
}
