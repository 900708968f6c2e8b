package org.pinklang.frontend.parse;

import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;

/**
 * What came of a text that holds a part of a unit.
 *
 * @param <T> the kind of part
 * @param tree always there; what could not be read is a malformed node
 * @param diagnostics every error of the text, in the order of their places
 */
public record ParsedFragment<T>(T tree, List<Diagnostic> diagnostics) {

  /** Copies the list. */
  public ParsedFragment {
    diagnostics = List.copyOf(diagnostics);
  }
}
