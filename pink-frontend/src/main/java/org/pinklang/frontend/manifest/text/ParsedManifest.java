package org.pinklang.frontend.manifest.text;

import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;

/**
 * What came of the text of a manifest.
 *
 * @param manifest always there; fit for use where there are no diagnostics. The places in its trees
 *     are those of the text it was read from, and its source knows the places in the source of
 *     those that the text says
 * @param diagnostics every error of the text, in the order of their places
 */
public record ParsedManifest(Manifest manifest, List<Diagnostic> diagnostics) {

  /** Copies the list. */
  public ParsedManifest {
    diagnostics = List.copyOf(diagnostics);
  }
}
