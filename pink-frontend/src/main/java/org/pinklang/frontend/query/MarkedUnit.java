package org.pinklang.frontend.query;

import java.io.ByteArrayOutputStream;
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
    return of(unit, word, word.start(), "");
  }

  /**
   * The name, with what it is a member of, as a statement of its own: it is found also behind an
   * error that takes names along.
   *
   * @param start where what it is a member of begins
   */
  static MarkedUnit ofStatement(QueriedUnit unit, Span word, int start) {
    return of(unit, word, start, ";");
  }

  /**
   * The text with the name.
   *
   * @param start what is from there to the word is kept
   * @param separator stands there and behind the name
   */
  private static MarkedUnit of(QueriedUnit unit, Span word, int start, String separator) {
    SourceText text = unit.text();
    String content = text.text(0, text.length());
    StringBuilder mark = new StringBuilder(MARK);
    while (content.contains(mark)) {
      mark.append('_');
    }
    byte[] separated = separator.getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + mark.length() + 2);
    bytes.write(text.bytes(), 0, start);
    bytes.writeBytes(separated);
    bytes.write(text.bytes(), start, word.start() - start);
    bytes.writeBytes(mark.toString().getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(separated);
    bytes.write(text.bytes(), word.end(), text.length() - word.end());
    SourceText marked = SourceText.ofBytes(text.logicalName(), bytes.toByteArray());
    return new MarkedUnit(QueriedUnit.of(marked, unit.build()), word.start() + separator.length());
  }
}
