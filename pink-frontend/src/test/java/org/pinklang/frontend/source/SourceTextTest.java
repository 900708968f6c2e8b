package org.pinklang.frontend.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Places in texts. */
class SourceTextTest {
  private static final String TEXT =
      "\uFEFFmodule a;\r\n\n// äöü \uD83D\uDE00 x\n" + "const b := 1;\n".repeat(100);

  @ParameterizedTest
  @EnumSource
  void aPlaceIsTheSameWhetherTheTableOfLinesIsThereOrNot(ColumnUnit unit) {
    SourceText withTable = SourceText.of("a.pink", TEXT);
    assertThat(withTable.lineCount()).isEqualTo(104);
    for (int offset = 0; offset <= withTable.length() + 1; offset++) {
      assertThat(SourceText.of("a.pink", TEXT).position(offset, unit))
          .as("offset %d", offset)
          .isEqualTo(withTable.position(offset, unit));
    }
  }
}
