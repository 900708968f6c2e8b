package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.diagnostic.DiagnosticCode;
import org.pinklang.frontend.testdata.TestData;

/** {@code docs/errors.md} is what the codes say. */
class ErrorListTest {
  private static final int LONGEST_EXAMPLE = 2_000;

  @Test
  void noTwoCodesHaveTheSameId() {
    assertThat(DiagnosticCatalogue.all()).extracting(DiagnosticCode::id).doesNotHaveDuplicates();
  }

  @Test
  void theListOfErrorsIsUpToDate() throws Exception {
    StringBuilder page = new StringBuilder();
    page.append("# Errors and warnings\n\nWritten by `ErrorListTest` from the codes ")
        .append("themselves: run it with `-Dpink.accept`\nafter a change. `pink explain CODE` ")
        .append("prints one entry. A code never changes its meaning.\n");
    for (DiagnosticCode code : DiagnosticCatalogue.all()) {
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
        + "\n"
        + (shown.isEmpty() ? "" : "\n```pink\n" + shown + "\n```\n");
  }
}
