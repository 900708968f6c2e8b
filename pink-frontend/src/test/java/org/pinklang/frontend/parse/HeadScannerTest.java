package org.pinklang.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

  private static HeadScan scan(String text) {
    return HeadScanner.scan(SourceText.of("a.pink", text));
  }
}
