package org.pinklang.frontend.manifest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.diagnostic.ImportCode;
import org.pinklang.frontend.diagnostic.ManifestCode;
import org.pinklang.frontend.diagnostic.ModuleCode;
import org.pinklang.frontend.diagnostic.NameCode;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.Outliner;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.Visibility;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.TestCase;
import org.pinklang.frontend.testdata.TestData;
import org.pinklang.frontend.tree.Declaration;
import org.pinklang.frontend.tree.RandomTrees;
import org.pinklang.frontend.tree.TreePrinter;

class ManifestTextTest {

  @TestFactory
  Stream<DynamicTest> theTextOfEveryUnitSaysWhatItsManifestDoes() {
    return TestData.tests("", ManifestTextTest::checkCase);
  }

  private static void checkCase(TestCase testCase) {
    for (SourceText text : testCase.texts()) {
      Manifest manifest = Manifests.of(text);
      if (manifest != null && followsRules(text)) {
        checkRoundTrip(manifest);
      }
    }
  }

  private static boolean followsRules(SourceText text) {
    String printed = ManifestText.print(Manifests.of(text));
    ParsedManifest read = ManifestText.parse(SourceText.of(text.logicalName(), printed));
    return Outliner.outline(text, Parser.parse(text).tree()).diagnostics().isEmpty()
        && read.diagnostics().stream()
            .noneMatch(found -> found.code() == ModuleCode.EXPORT_WITHOUT_TYPE);
  }

  @Property(tries = 300)
  void theTextOfAnyUnitSaysWhatItsManifestDoes(@ForAll long seed) {
    String unit = TreePrinter.print(new RandomTrees(seed, 4).unit());
    SourceText text = SourceText.of("random.pink", unit);
    Manifest manifest = Manifests.of(text);
    if (manifest != null && followsRules(text)) {
      checkRoundTrip(manifest);
    }
  }

  private static void checkRoundTrip(Manifest manifest) {
    String printed = ManifestText.print(manifest);
    assertThat(ManifestText.isManifest(SourceText.of("m", printed))).isTrue();
    Manifest read = Manifests.read(printed);
    Manifests.assertSame(read, manifest);
    assertThat(ManifestText.print(read)).isEqualTo(printed);

    String withPositions = ManifestText.printWithPositions(manifest);
    Manifest placed = Manifests.read(withPositions);
    Manifests.assertSame(placed, manifest);
    assertThat(ManifestText.printWithPositions(placed)).isEqualTo(withPositions);
  }

  @TestFactory
  Stream<DynamicTest> everyKindOfUnitIsPrintedInTheOneFormThereIs() {
    return TestData.tests("manifests/text", ManifestTextTest::checkGolden);
  }

  private static void checkGolden(TestCase testCase) throws Exception {
    Path file = testCase.beside(".manifest");
    StringBuilder printed = new StringBuilder();
    for (SourceText text : testCase.texts()) {
      printed.append("//// ").append(text.logicalName()).append('\n');
      printed.append(ManifestText.print(Manifests.of(text.logicalName(), content(text))));
      printed.append("//// ").append(text.logicalName()).append(" with positions\n");
      printed.append(
          ManifestText.printWithPositions(Manifests.of(text.logicalName(), content(text))));
    }
    TestData.checkFile(file, printed.toString());
  }

  private static String content(SourceText text) {
    return text.text(0, text.length());
  }

  @Test
  void aManifestWrittenByHandNeedsNoAnnotations() {
    Manifest manifest =
        Manifests.read(
            """
            manifest a.b:c;
            import std.io;
            // Known by its address only.
            export opaque struct Handle;
            export fn open(name: *[]Byte) -> *Handle;
            private const size: Integer := 8;
            export const mask: Integer := size - 1;
            fn helper;
            var state;
            """);
    assertThat(manifest.kind()).isEqualTo(UnitKind.INTERFACE_PARTITION);
    assertThat(manifest.logicalName()).isEqualTo("a/b-c.pink");
    assertThat(manifest.names())
        .containsExactly("Handle", "open", "size", "mask", "helper", "state");
    assertThat(manifest.declarations())
        .extracting(one -> one.visibility())
        .containsExactly(
            Visibility.EXPORTED,
            Visibility.EXPORTED,
            Visibility.UNNAMEABLE,
            Visibility.EXPORTED,
            Visibility.MODULE,
            Visibility.MODULE);
    assertThat(manifest.declarations())
        .extracting(one -> one.nameOnly())
        .containsExactly(false, false, false, false, true, true);
    assertThat(manifest.find("Handle").tree())
        .isInstanceOfSatisfying(
            Declaration.Struct.class,
            struct -> assertThat(struct.fields().get(0).name().text()).isEmpty());
  }

  @Test
  void positionsAreThoseOfTheSource() {
    Manifest manifest =
        Manifests.of("m.pink", "module m;\n\nexport fn f(x: Integer) -> Integer {\n  x;\n}\n");
    Manifest read = Manifests.read(ManifestText.printWithPositions(manifest));
    Declaration tree = read.find("f").tree();
    assertThat(read.source().position(tree.start())).isEqualTo(new LinePosition(3, 1));
    assertThat(read.source().position(tree.name().start())).isEqualTo(new LinePosition(3, 11));
    assertThat(read.source().position(tree.end())).isEqualTo(new LinePosition(5, 2));
  }

  @Test
  void aFunctionDefinedInAnotherUnitIsToldFromOthers() {
    Manifest manifest =
        Manifests.of("m.pink", "module m; export fn f() -> Nil; export fn g() -> Nil {}");
    Manifest read = Manifests.read(ManifestText.print(manifest));
    assertThat(read.find("f").defined()).isFalse();
    assertThat(read.find("g").defined()).isTrue();
  }

  @Test
  void whatIsWrongWithAManifestIsReportedWhereItStands() {
    assertFound("", ManifestCode.NO_MANIFEST);
    assertFound("module m;\nexport fn f() -> Nil;", ManifestCode.NO_MANIFEST);
    assertFound("manifest m;\nexport fn f() -> Integer { 1; }", ManifestCode.BODY);
    assertFound("manifest m;\nvar x: Integer := 1;", ManifestCode.VALUE);
    assertFound("manifest m;\nconst x: Integer;", SyntaxCode.MISSING_INITIALIZER);
    assertFound("manifest m;\n@pure\nfn f;", ManifestCode.ANNOTATION);
    assertFound("manifest m;\n@undefined\nvar f;", ManifestCode.ANNOTATION);
    assertFound("manifest m;\n@kind(header)", ManifestCode.ANNOTATION_ARGUMENT);
    assertFound("manifest m;\n@kind(program)", ManifestCode.ANNOTATION_ARGUMENT);
    assertFound("manifest m;\n@source(\"12\")", ManifestCode.ANNOTATION_ARGUMENT);
    assertFound("manifest m;\n@at(1:2)\nfn f;", ManifestCode.ANNOTATION_ARGUMENT);
    assertFound("manifest m;\n@at(1:2-3:4\nfn f;", SyntaxCode.UNCLOSED);
    assertFound("manifest m;\nfn f;\nfn f;", NameCode.DUPLICATE_DECLARATION);
    assertFound("manifest m;\n@at(0:0-0:0)\nfn f;", ManifestCode.ANNOTATION_ARGUMENT);
    assertFound("manifest m;\n@at(2:3-2:2)\nfn f;", ManifestCode.ANNOTATION_ARGUMENT);
    assertFound("manifest m;\n@at(1:1-1:2)\n@at(1:1-1:2)\nfn f;", ManifestCode.ANNOTATION_ARGUMENT);
    assertFound("manifest m;\n@undefined(x)\nfn f();", ManifestCode.ANNOTATION_ARGUMENT);
    assertFound("manifest m;\nexport var x;", ModuleCode.EXPORT_WITHOUT_TYPE);
    assertFound("manifest m;\nexport fn f;", ModuleCode.EXPORT_WITHOUT_TYPE);
    assertFound("manifest m;\nstruct S { a: Byte, a: Byte }", NameCode.DUPLICATE_MEMBER);
    assertFound("manifest m;\nimport m;", ImportCode.SELF_IMPORT);
    assertFound("manifest m;\nfn size_of() -> Byte;", NameCode.PREDECLARED);
    assertFound(
        "manifest m;\n@kind(implementation)\nexport fn f() -> Nil;",
        ModuleCode.EXPORT_OUTSIDE_INTERFACE);
    assertFound("manifest m;\nstruct S;", SyntaxCode.EXPECTED_TOKEN);
    assertFound("manifest;\nprivate fn f;", ManifestCode.OUTSIDE_INTERFACE);
    assertFound("manifest m;\nf();", SyntaxCode.EXPECTED_DECLARATION);
    assertFound("manifest m;\nfn f\nfn g;", SyntaxCode.EXPECTED_TOKEN);
  }

  private static void assertFound(String content, DiagnosticCode code) {
    ParsedManifest parsed = ManifestText.parse(SourceText.of("wrong.manifest", content));
    assertThat(parsed.diagnostics()).as(content).extracting(Diagnostic::code).contains(code);
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      assertThat(diagnostic.primary().file()).isEqualTo("wrong.manifest");
      assertThat(diagnostic.primary().span().end()).isLessThanOrEqualTo(content.length());
    }
  }

  @Test
  void theAtSignIsNoTokenOutsideManifests() {
    assertThat(Manifests.of(SourceText.of("m.pink", "module m; @at fn f() {}"))).isNull();
  }

  @Test
  void aManifestIsToldFromOtherTexts() {
    assertThat(isManifest("// Says what it is.\nmanifest m.n:p;")).isTrue();
    assertThat(isManifest("\uFEFFmanifest;")).isTrue();
    assertThat(isManifest("")).isFalse();
    assertThat(isManifest("module m;")).isFalse();
    assertThat(isManifest("manifest := 1;")).isFalse();
    assertThat(isManifest("manifest: Integer := 1;")).isFalse();
  }

  private static boolean isManifest(String content) {
    return ManifestText.isManifest(SourceText.of("m", content));
  }

  @TestFactory
  Stream<DynamicTest> theExampleOfEveryCodeIsReportedWithIt() {
    return Stream.of(ManifestCode.values())
        .map(code -> DynamicTest.dynamicTest(code.id(), () -> assertFound(code.example(), code)));
  }

  @Property(tries = 2_000)
  void noTextMakesTheReaderThrow(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = SEEDS.get(random.nextInt(SEEDS.size())).getBytes();
    for (int i = random.nextInt(5); i >= 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = PIECES[random.nextInt(PIECES.length)];
    }
    SourceText text = SourceText.ofBytes("fuzz.manifest", bytes);
    ParsedManifest parsed = ManifestText.parse(text);
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      assertThat(diagnostic.primary().span().end()).isLessThanOrEqualTo(text.length());
      assertThat(diagnostic.message()).isNotBlank();
    }
    if (parsed.diagnostics().isEmpty()) {
      String printed = ManifestText.print(parsed.manifest());
      assertThat(ManifestText.print(Manifests.read(printed))).isEqualTo(printed);
    }
  }

  private static final byte[] PIECES = "@(){}[];:,.\"'- \n/*x1\u0000".getBytes();

  private static final List<String> SEEDS =
      TestData.files("").stream()
          .map(ManifestTextTest::manifestsOf)
          .filter(content -> !content.isEmpty())
          .toList();

  private static String manifestsOf(Path file) {
    try {
      StringBuilder printed = new StringBuilder();
      for (SourceText text : TestCase.read(file).texts()) {
        Manifest manifest = Manifests.of(text);
        printed.append(manifest == null ? "" : ManifestText.printWithPositions(manifest));
      }
      return printed.toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
