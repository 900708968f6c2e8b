package org.pinklang.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SyntaxCode;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.tree.ImportDeclaration;
import org.pinklang.frontend.tree.RandomTrees;
import org.pinklang.frontend.tree.TreeEquality;
import org.pinklang.frontend.tree.TreePrinter;
import org.pinklang.frontend.tree.UnitDeclaration;
import org.pinklang.frontend.tree.UnitTree;

class HeadScannerTest {

  @Test
  void theUnitDeclarationAndTheImportsAreReadWithTheirPlaces() {
    HeadScan scan = scan("// Doc.\nmodule a.b:p;\nimport c as d;\nexport import :q;\nfn f() {}");
    assertThat(scan.unit()).isNotNull();
    assertThat(scan.unit().keyword()).isEqualTo(UnitDeclaration.Keyword.MODULE);
    assertThat(scan.unit().module().text()).isEqualTo("a.b");
    assertThat(scan.imports()).hasSize(2);
    ImportDeclaration first = scan.imports().get(0);
    assertThat(first.start()).isEqualTo(22);
    assertThat(first.end()).isEqualTo(36);
    assertThat(scan.imports().get(1).exported()).isTrue();
    assertThat(scan.diagnostics()).isEmpty();
  }

  @Test
  void nothingBelowTheImportsIsLookedAt() {
    HeadScan scan = scan("import a;\nfn f() { \"never closed\n/* nor this \u0000 $");
    assertThat(scan.diagnostics()).isEmpty();
    assertThat(scan.end()).isEqualTo(9);
  }

  @Test
  void exportBeforeADeclarationEndsTheHead() {
    HeadScan scan = scan("import a;\nexport fn f() {}\nimport b;");
    assertThat(scan.imports()).hasSize(1);
  }

  @Test
  void aTextWithoutAHeadIsAProgramUnitWithoutImports() {
    for (String text : List.of("", "x := 1;", "x: Integer := 1;", "fn main() {}", "}", "// a")) {
      HeadScan scan = scan(text);
      assertThat(scan.unit()).isNull();
      assertThat(scan.imports()).isEmpty();
    }
  }

  @Test
  void errorsOfTheHeadAreThoseThatParsingReports() {
    String text = "module ;\nimport a as ;\nimport b\nimport c;\nfn f() {}";
    assertThat(scan(text).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(
            SyntaxCode.EXPECTED_NAME, SyntaxCode.EXPECTED_NAME, SyntaxCode.MISSING_SEMICOLON);
    assertThat(scan(text).diagnostics())
        .isEqualTo(Parser.parse(SourceText.of("a.pink", text)).diagnostics());
  }

  @Property(tries = 500)
  void aScanFindsWhatAParseFinds(@ForAll long seed) {
    UnitTree tree = new RandomTrees(seed, 3).unit();
    SourceText text = SourceText.of("a.pink", TreePrinter.print(tree));
    HeadScan scan = HeadScanner.scan(text);
    assertThat(TreeEquality.difference(tree.declaration(), scan.unit())).isNull();
    assertThat(TreeEquality.difference(tree.imports(), scan.imports())).isNull();
  }

  @Test
  void whatFollowsASemicolonIsNoPartOfTheHeadUnlessItBeginsAnImport() {
    HeadScan scan = scan("import a;\nx, y { z; import b;\nimport c;");
    assertThat(scan.imports()).hasSize(1);
    assertThat(scan.diagnostics()).isEmpty();
  }

  @Test
  void aMessageNamesTheTokenAtWhichTheHeadBreaksOff() {
    String text = "import 5;\nfn f() {}";
    assertThat(scan(text).diagnostics())
        .isEqualTo(Parser.parse(SourceText.of("a.pink", text)).diagnostics());
  }

  @Provide
  Arbitrary<byte[]> heads() {
    Arbitrary<byte[]> pieces =
        Arbitraries.of(
                "\uFEFF",
                "module",
                "import ",
                "export import ",
                "implement a.b:p;",
                "as",
                "name",
                ";",
                ".",
                ":",
                "::",
                ",",
                "{",
                "}",
                " ",
                "\n",
                "\r\n",
                "// line\n",
                "// \u2192",
                "/* a /* nested */ \u00E9 */",
                "/*",
                "*/",
                "/",
                "\"text\\n\"",
                "'c'",
                "1.5e+3",
                "1..2",
                "...",
                "fn f() {}",
                "\u00E4",
                "\u20AC",
                "-->",
                "0x1F")
            .map(piece -> piece.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> malformed = Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(3);
    return Arbitraries.frequencyOf(Tuple.of(9, pieces), Tuple.of(1, malformed))
        .list()
        .ofMaxSize(24)
        .map(HeadScannerTest::joined);
  }

  private static byte[] joined(List<byte[]> pieces) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    pieces.forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  @Property(tries = 2_000)
  void whereverReadingStopsTheHeadIsThatOfTheWholeTextOrNotYetCertain(
      @ForAll("heads") byte[] bytes) {
    HeadScan whole = HeadScanner.scan(SourceText.ofBytes("a.pink", bytes));
    for (int length = 0; length <= bytes.length; length++) {
      SourceText beginning = SourceText.ofBytes("a.pink", Arrays.copyOf(bytes, length));
      HeadScanner.scanBeginning(beginning).ifPresent(head -> assertThat(head).isEqualTo(whole));
    }
  }

  @Test
  void theHeadIsCertainSoonAfterItsEnd() {
    String head = "// \u20AC\nmodule a;\nimport b { c, d };\n";
    byte[] bytes = (head + "fn f() {}\n").getBytes(StandardCharsets.UTF_8);
    int headEnd = head.getBytes(StandardCharsets.UTF_8).length;
    for (int length = 0; length <= bytes.length; length++) {
      SourceText beginning = SourceText.ofBytes("a.pink", Arrays.copyOf(bytes, length));
      assertThat(HeadScanner.scanBeginning(beginning).isPresent())
          .isEqualTo(length >= headEnd + "fn".length() + 4);
    }
  }

  private static HeadScan scan(String text) {
    return HeadScanner.scan(SourceText.of("a.pink", text));
  }
}
