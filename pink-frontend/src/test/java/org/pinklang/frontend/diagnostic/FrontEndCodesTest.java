package org.pinklang.frontend.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.testdata.TestData;

class FrontEndCodesTest {
  private static final int LONGEST_EXAMPLE = 2_000;

  @Test
  void noTwoCodesHaveTheSameId() {
    assertThat(FrontEndCodes.all()).extracting(DiagnosticCode::id).doesNotHaveDuplicates();
  }

  @Test
  void everyCodeHasAnIdAMessageASentenceAndAnExample() {
    for (DiagnosticCode code : FrontEndCodes.all()) {
      assertThat(code.id()).matches("PK\\d{4}");
      assertThat(code.template()).as(code.id()).isNotBlank();
      assertThat(code.explanation()).as(code.id()).matches("(?s)[A-Z`].*\\.");
      assertThat(code.example()).as(code.id()).isNotBlank();
    }
  }

  @TestFactory
  Stream<DynamicTest> theExampleOfEverySyntaxCodeIsReportedWithItAlone() {
    return Stream.of(SyntaxCode.values())
        .map(code -> DynamicTest.dynamicTest(code.id(), () -> checkExample(code)));
  }

  private static void checkExample(SyntaxCode code) throws InterruptedException {
    SourceText text = SourceText.ofBytes("example.pink", ExampleTexts.bytes(code.example()));
    List<Diagnostic> found = new ArrayList<>();
    Thread thread =
        new Thread(
            null,
            () -> found.addAll(Parser.parse(text).diagnostics()),
            "deep example",
            Parser.STACK_BYTES);
    thread.start();
    thread.join();
    assertThat(found).extracting(Diagnostic::code).containsExactly(code);
  }

  @Test
  void theListOfErrorsIsUpToDate() throws Exception {
    StringBuilder page = new StringBuilder();
    page.append("# Errors and warnings\n\nWritten by `FrontEndCodesTest` from the codes ")
        .append("themselves: run it with `-Dpink.accept`\nafter a change. `pink explain CODE` ")
        .append("prints one entry. A code never changes its meaning.\n");
    for (DiagnosticCode code : FrontEndCodes.all()) {
      page.append(entry(code));
    }
    TestData.checkFile(TestData.root().resolveSibling("docs/errors.md"), page.toString());
  }

  private static String entry(DiagnosticCode code) {
    String severity = code.severity().name().toLowerCase(Locale.ROOT);
    String example = code.example().strip();
    String shown =
        example.length() > LONGEST_EXAMPLE
            ? example.substring(0, 40) + " … " + example.substring(example.length() - 20)
            : example;
    return "\n## "
        + code.id()
        + ": "
        + code.template()
        + "\n\n"
        + (severity.equals("error") ? "" : "A " + severity + ". ")
        + code.explanation()
        + "\n\n```pink\n"
        + shown
        + "\n```\n";
  }
}
