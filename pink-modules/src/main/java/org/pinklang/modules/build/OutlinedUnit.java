package org.pinklang.modules.build;

import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.tree.UnitTree;

/**
 * A unit with its manifest.
 *
 * @param tree of the whole text, or of its outline where bodies are not wanted
 * @param diagnostics of parsing and outlining
 */
record OutlinedUnit(
    ScannedUnit scanned, UnitTree tree, Manifest manifest, List<Diagnostic> diagnostics) {

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
