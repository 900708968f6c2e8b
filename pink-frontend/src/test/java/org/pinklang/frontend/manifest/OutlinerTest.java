package org.pinklang.frontend.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.TestCase;
import org.pinklang.frontend.testdata.TestData;
import org.pinklang.frontend.tree.BindingKind;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.Literal;

class OutlinerTest {

  @TestFactory
  Stream<DynamicTest> treeWithoutBodiesGivesAnEqualOutline() {
    return Stream.of("modules", "declarations", "run")
        .flatMap(area -> TestData.tests(area, OutlinerTest::checkOutline));
  }

  private static void checkOutline(TestCase testCase) {
    for (SourceText text : testCase.texts()) {
      OutlineResult whole = Outliner.outline(text, Parser.parse(text).tree());
      OutlineResult outline = Outliner.outline(text, Parser.parseOutline(text).tree());
      assertThat(outline).isEqualTo(whole);
    }
  }

  @Test
  void exportsMakeWhatTheyNeedUnnameableAndLeaveTheRestToTheModule() {
    Manifest manifest =
        outline(
            """
            module m;
            const size := 4;
            const base := size * 2;
            export const count: Integer := base + 1;
            struct Inner { x: *Deep }
            struct Deep { x: Integer }
            export opaque struct Hidden { inner: Inner }
            fn called() -> Nil {}
            export const table: fn() := called;
            fn inBody() -> Integer { 1; }
            export fn f() -> Integer { inBody(); }
            fn inferred() { 1; }
            """);
    Map<String, Visibility> visibility =
        manifest.declarations().stream()
            .collect(Collectors.toMap(ManifestDeclaration::name, ManifestDeclaration::visibility));
    assertThat(visibility)
        .containsOnly(
            entry("size", Visibility.UNNAMEABLE),
            entry("base", Visibility.UNNAMEABLE),
            entry("count", Visibility.EXPORTED),
            entry("Inner", Visibility.UNNAMEABLE),
            entry("Deep", Visibility.UNNAMEABLE),
            entry("Hidden", Visibility.EXPORTED),
            entry("called", Visibility.UNNAMEABLE),
            entry("table", Visibility.EXPORTED),
            entry("inBody", Visibility.MODULE),
            entry("f", Visibility.EXPORTED),
            entry("inferred", Visibility.MODULE));
  }

  @Test
  void bodiesAndValuesOfVariablesAreLeftOut() {
    Manifest manifest =
        outline(
            """
            module m;
            export fn f() -> Integer { 1 + 2; }
            export fn g() -> Integer;
            export var v: Integer := 3;
            fn inferred() { 4; }
            """);
    Declaration.Function f = (Declaration.Function) declaration(manifest, "f").tree();
    assertThat(f.body()).isNotNull();
    assertThat(f.body().terms()).isEmpty();
    assertThat(declaration(manifest, "f").defined()).isTrue();
    assertThat(declaration(manifest, "g").defined()).isFalse();
    Declaration.Global v = (Declaration.Global) declaration(manifest, "v").tree();
    assertThat(v.kind()).isEqualTo(BindingKind.VAR);
    assertThat(v.initializer()).isInstanceOf(Literal.NilLiteral.class);
    assertThat(declaration(manifest, "inferred").nameOnly()).isTrue();
  }

  @Test
  void kindOfUnitIsReadFromTheText() {
    assertThat(outline("module a.b;").kind()).isEqualTo(UnitKind.PRIMARY_INTERFACE);
    assertThat(outline("module a.b:p;").kind()).isEqualTo(UnitKind.INTERFACE_PARTITION);
    assertThat(outline("implement a.b;").kind()).isEqualTo(UnitKind.IMPLEMENTATION);
    assertThat(outline("implement a.b:p;").kind()).isEqualTo(UnitKind.INTERNAL_PARTITION);
    assertThat(outline("fn main() {}").kind()).isEqualTo(UnitKind.PROGRAM);
    assertThat(outline("module a.b:p;").name()).isEqualTo(new UnitName("a.b", "p"));
  }

  @Test
  void ofWhatLeavesItsTypeOutOnlyTheNameIsKnown() {
    Manifest manifest =
        outline(
            """
            module m;
            fn inferred(parameter: Integer) { parameter; }
            var counter := 1;
            const limit := 2;
            export var shown: Integer := 3;
            """);
    Declaration.Function inferred = (Declaration.Function) declaration(manifest, "inferred").tree();
    assertThat(inferred.parameters()).isEmpty();
    assertThat(declaration(manifest, "counter").nameOnly()).isTrue();
    assertThat(declaration(manifest, "limit").nameOnly()).isFalse();
    assertThat(declaration(manifest, "shown").nameOnly()).isFalse();
  }

  private static Manifest outline(String content) {
    SourceText text = SourceText.of("m.pink", content);
    OutlineResult result = Outliner.outline(text, Parser.parse(text).tree());
    assertThat(result.diagnostics()).isEmpty();
    return result.manifest();
  }

  private static ManifestDeclaration declaration(Manifest manifest, String name) {
    ManifestDeclaration declaration = manifest.find(name);
    assertThat(declaration).as(name).isNotNull();
    return declaration;
  }
}
