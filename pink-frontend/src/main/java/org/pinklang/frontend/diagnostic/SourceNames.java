package org.pinklang.frontend.diagnostic;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ColumnUnit;
import org.pinklang.frontend.source.LinePosition;
import org.pinklang.frontend.source.LineTable;
import org.pinklang.frontend.source.SourceText;

/**
 * What renderers know of the texts that diagnostics point into.
 *
 * @param texts by logical name; a diagnostic may point into one that is not there
 * @param lines where the lines are of texts that are not there themselves; such a place is shown
 *     without an excerpt
 * @param shown what to call a text whose logical name is given
 */
public record SourceNames(
    Map<String, SourceText> texts, Map<String, LineTable> lines, UnaryOperator<String> shown) {
  private static final LinePosition START = new LinePosition(1, 1);

  /** Knows no lines of texts that are not there. */
  public SourceNames(Map<String, SourceText> texts, UnaryOperator<String> shown) {
    this(texts, Map.of(), shown);
  }

  @Nullable SourceText text(String file) {
    return texts.get(file);
  }

  String show(String file) {
    return shown.apply(file);
  }

  /** Line and column of a place in a text; 1 and 1 where its lines are not known. */
  public LinePosition position(String file, int offset, ColumnUnit columns) {
    SourceText text = texts.get(file);
    if (text != null) {
      return text.position(offset, columns);
    }
    LineTable table = lines.get(file);
    return table == null ? START : table.position(offset, columns);
  }

  /** {@code file:line:column} of a place, only the file where its lines are not known. */
  String place(String file, int offset, ColumnUnit columns) {
    if (!texts.containsKey(file) && !lines.containsKey(file)) {
      return show(file);
    }
    LinePosition position = position(file, offset, columns);
    return show(file) + ":" + position.line() + ":" + position.column();
  }
}
