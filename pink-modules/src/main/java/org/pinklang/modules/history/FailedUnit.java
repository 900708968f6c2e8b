package org.pinklang.modules.history;

import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.source.ContentHash;

/**
 * What checking a unit with errors gave. Immutable.
 *
 * @param program the hash of every other text and answer of the build: errors may speak of anything
 * @param diagnostics of parsing, outlining and checking
 * @param offers edits that write types which other units of the module may miss
 */
public record FailedUnit(
    ContentHash program, List<Diagnostic> diagnostics, List<SuggestedEdit> offers) {

  /** Copies the lists. */
  public FailedUnit {
    diagnostics = List.copyOf(diagnostics);
    offers = List.copyOf(offers);
  }
}
