package org.pinklang.frontend.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;

class FrontEndCodesTest {
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
}
