package org.pinklang.frontend.query;

import java.nio.charset.StandardCharsets;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;

/**
 * A unit in which a name that nothing has stands in place of a word, so that the parser and the
 * checker say what could stand there.
 *
 * @param unit the unit with the name in it
 * @param offset where the name begins
 */
record MarkedUnit(QueriedUnit unit, int offset) {
  private static final String MARK = "_completed";

  /** The name alone, where the word is. */
  static MarkedUnit of(QueriedUnit unit, Span word) {
    return of(unit, word, "", "");
  }

  /** The name as a statement of its own: found also behind an error that takes names along. */
  static MarkedUnit ofStatement(QueriedUnit unit, Span word) {
    return of(unit, word, ";", ";");
  }

  private static MarkedUnit of(QueriedUnit unit, Span word, String before, String after) {
    SourceText text = unit.text();
    String content = text.text(0, text.length());
    StringBuilder mark = new StringBuilder(MARK);
    while (content.contains(mark)) {
      mark.append('_');
    }
    byte[] name = (before + mark + after).getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[text.length() - (word.end() - word.start()) + name.length];
    System.arraycopy(text.bytes(), 0, bytes, 0, word.start());
    System.arraycopy(name, 0, bytes, word.start(), name.length);
    System.arraycopy(
        text.bytes(), word.end(), bytes, word.start() + name.length, text.length() - word.end());
    SourceText marked = SourceText.ofBytes(text.logicalName(), bytes);
    return new MarkedUnit(QueriedUnit.of(marked, unit.build()), word.start() + before.length());
  }
}
