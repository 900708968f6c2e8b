package org.pinklang.frontend.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.parse.Parser;
import org.pinklang.frontend.source.SourceText;

class ExportKeywordTest {

  @ParameterizedTest
  @CsvSource({
    "export fn f() -> Nil {}, fn f() -> Nil {}",
    "export   fn f() -> Nil {}, fn f() -> Nil {}",
    "export/**/fn f() -> Nil {}, /**/fn f() -> Nil {}",
    "export   import a;, import a;",
    "export/**/import a;, /**/import a;",
  })
  void theEditTakesOutTheKeywordAndNothingElse(String before, String after) {
    SourceText text = SourceText.of("main.pink", before);
    SuggestedEdit edit =
        Outliner.outline(text, Parser.parse(text).tree()).diagnostics().get(0).edits().get(0);
    assertThat(
            before.substring(0, edit.span().start())
                + edit.replacement()
                + before.substring(edit.span().end()))
        .isEqualTo(after);
  }
}
