package org.pinklang.frontend.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineTableTest {

  @Property(tries = 500)
  void aTableSaysWhatTheTextSays(@ForAll("texts") String content) {
    SourceText text = SourceText.of("a.pink", content);
    LineTable table = LineTable.of(text);
    assertThat(table.lineCount()).isEqualTo(text.lineCount());
    for (int offset = 0; offset <= text.length() + 1; offset++) {
      for (ColumnUnit unit : ColumnUnit.values()) {
        assertThat(table.position(offset, unit)).isEqualTo(text.position(offset, unit));
      }
    }
  }

  @Property(tries = 500)
  void aPlaceLeadsBackToItsOffset(@ForAll("texts") String content) {
    SourceText text = SourceText.of("a.pink", content);
    for (int offset = text.contentStart(); offset <= text.length(); offset++) {
      boolean begins = (text.byteAt(offset) & 0xC0) != 0x80 || offset == text.length();
      boolean inLineEnd = offset > text.lineEnd(text.line(offset));
      for (ColumnUnit unit : ColumnUnit.values()) {
        if (begins && !inLineEnd) {
          assertThat(text.offset(text.position(offset, unit), unit)).isEqualTo(offset);
        }
      }
    }
  }

  @Test
  void aPlaceThatIsNotThereLeadsToTheNearest() {
    SourceText text = SourceText.of("a.pink", "ab\r\nc");
    assertThat(text.offset(new LinePosition(1, 9), ColumnUnit.UTF16)).isEqualTo(2);
    assertThat(text.offset(new LinePosition(0, 0), ColumnUnit.UTF16)).isZero();
    assertThat(text.offset(new LinePosition(7, 7), ColumnUnit.UTF16)).isEqualTo(5);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "bc", "\n", "\r\n", "ö", "ßß", "語", "😀", "\uFEFF", "\t")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  /** Such a text has errors and may have a manifest all the same. */
  @Test
  void bytesThatAreNoTextAreCountedAsTheTextCountsThem() {
    SourceText text =
        SourceText.ofBytes(
            "a.pink",
            "a\u0080\u0080b\n\u0080c\u00F0\u0080é\n".getBytes(StandardCharsets.ISO_8859_1));
    LineTable table = LineTable.of(text);
    for (int offset = 0; offset <= text.length(); offset++) {
      assertThat(table.position(offset)).isEqualTo(text.position(offset));
    }
  }
}
