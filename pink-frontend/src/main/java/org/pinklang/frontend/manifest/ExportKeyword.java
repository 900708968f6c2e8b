package org.pinklang.frontend.manifest;

import org.pinklang.frontend.source.SourceText;
import org.pinklang.frontend.source.Span;

/** The keyword {@code export} in a text, as what an edit takes out. */
final class ExportKeyword {
  private static final int LENGTH = "export".length();

  private ExportKeyword() {}

  /** The keyword at an offset and the white space after it; a comment after it stays. */
  static Span at(SourceText text, int start) {
    int end = start + LENGTH;
    while (isWhiteSpace(text.byteAt(end))) {
      end++;
    }
    return new Span(start, end);
  }

  private static boolean isWhiteSpace(int b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
