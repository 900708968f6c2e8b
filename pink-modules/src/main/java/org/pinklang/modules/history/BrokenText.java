package org.pinklang.modules.history;

import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.tree.UnitTree;

/**
 * What a text with errors came to. Immutable.
 *
 * @param tree of the whole text, or of its outline
 * @param outline made from it
 * @param diagnostics of parsing and outlining
 */
public record BrokenText(UnitTree tree, OutlineResult outline, List<Diagnostic> diagnostics) {

  /** Copies the list. */
  public BrokenText {
    diagnostics = List.copyOf(diagnostics);
  }
}
