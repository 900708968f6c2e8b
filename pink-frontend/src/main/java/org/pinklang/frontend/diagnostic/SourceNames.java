package org.pinklang.frontend.diagnostic;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.SourceText;

/**
 * What renderers know of the texts that diagnostics point into.
 *
 * @param texts by logical name; a diagnostic may point into one that is not there
 * @param shown what to call a text whose logical name is given
 */
public record SourceNames(Map<String, SourceText> texts, UnaryOperator<String> shown) {
  private static final LinePosition START = new LinePosition(1, 1);

  @Nullable SourceText text(String file) {
    return texts.get(file);
  }

  String show(String file) {
    return shown.apply(file);
  }

  /** Line and column, in Unicode scalar values, of a place in a text. */
  LinePosition position(String file, int offset) {
    SourceText text = texts.get(file);
    return text == null ? START : text.position(offset);
  }

  /** {@code file:line:column} of the first character of a label. */
  String place(String file, int offset) {
    LinePosition position = position(file, offset);
    return show(file) + ":" + position.line() + ":" + position.column();
  }
}
