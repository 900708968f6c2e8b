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
  void unitsThatNobodyOutsideImportsChangeByPatchesOnly() {
    assertThat(compare("implement m; fn f() -> Nil {}", "implement m; fn g() -> Nil {}").verdict())
        .isEqualTo(Impact.PATCH);
    assertThat(compare("implement m:p; struct S { a: Byte }", "implement m:p;").verdict())
        .isEqualTo(Impact.PATCH);
    assertThat(compare("fn f() {}", "fn main() {}").verdict()).isEqualTo(Impact.PATCH);
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
