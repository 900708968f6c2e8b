package org.pinklang.frontend.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.ExpectedDiagnostics;
import org.pinklang.frontend.testdata.TestCase;
import org.pinklang.frontend.testdata.TestData;
import org.pinklang.frontend.tree.TreeDump;
import org.pinklang.frontend.tree.TreeEquality;
import org.pinklang.frontend.tree.TreePrinter;
import org.pinklang.frontend.tree.UnitTree;

/** The programs of {@code testdata/syntax}. */
class SyntaxTest {

  @TestFactory
  Stream<DynamicTest> wrongProgramsAreReportedWhereTheirCommentsSay() {
    return TestData.tests(
        "syntax/wrong", testCase -> ExpectedDiagnostics.check(testCase, SyntaxTest::errors));
  }

  @TestFactory
  Stream<DynamicTest> rightProgramsHaveTheTreeKeptBesideThem() {
    return TestData.tests("syntax/right", SyntaxTest::checkTree);
  }

  @TestFactory
  Stream<DynamicTest> programsThatRunHaveNoSyntaxErrors() {
    return TestData.files("run").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    TestData.root().relativize(file).toString(), () -> checkParses(file)));
  }

  private static void checkParses(Path file) throws Exception {
    SourceText text = SourceText.ofBytes(file.toString(), Files.readAllBytes(file));
    assertThat(Parser.parse(text).diagnostics()).isEmpty();
  }

  private static List<Diagnostic> errors(List<SourceText> texts) {
    return texts.stream().flatMap(text -> Parser.parse(text).diagnostics().stream()).toList();
  }

  private static void checkTree(TestCase testCase) throws Exception {
    ParseResult result = Parser.parse(testCase.texts().get(0));
    assertThat(result.diagnostics()).isEmpty();
    UnitTree tree = result.tree();
    TestData.checkFile(testCase.beside(".tree"), TreeDump.dump(tree));
    String printed = TreePrinter.print(tree);
    UnitTree again = Parser.parse(SourceText.of("printed", printed)).tree();
    assertThat(TreeEquality.difference(tree, again)).as(printed).isNull();
  }
}
