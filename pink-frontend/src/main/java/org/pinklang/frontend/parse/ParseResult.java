package org.pinklang.frontend.parse;

import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.tree.UnitTree;

/**
 * What came of one text.
 *
 * @param tree always there; what could not be read is a malformed node
 * @param diagnostics every error of the text, in the order of their places
 * @param incomplete whether a shallow outline left something out because it nests too deeply for
 *     it: {@link Parser#parseDeepOutline} reads it, and needs more stack
 */
public record ParseResult(UnitTree tree, List<Diagnostic> diagnostics, boolean incomplete) {

  /** Copies the list. */
  public ParseResult {
    diagnostics = List.copyOf(diagnostics);
  }
}
