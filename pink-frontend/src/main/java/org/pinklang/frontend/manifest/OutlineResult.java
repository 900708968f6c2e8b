package org.pinklang.frontend.manifest;

import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;

/**
 * The outline of one unit.
 *
 * @param manifest what the unit shows to others, also where there are errors
 * @param diagnostics what is wrong with the text whatever other units hold; sorted, those of
 *     parsing not included. Checking the unit does not report them again
 */
public record OutlineResult(Manifest manifest, List<Diagnostic> diagnostics) {

  /** Copies the list. */
  public OutlineResult {
    diagnostics = List.copyOf(diagnostics);
  }
}
