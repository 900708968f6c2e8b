package org.pinklang.modules.build;

import java.util.List;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.tree.UnitTree;

/**
 * A unit with its outline.
 *
 * @param tree of the whole text, or of its outline where bodies are not wanted
 * @param diagnostics of parsing and outlining
 */
record OutlinedUnit(
    ScannedUnit scanned, UnitTree tree, OutlineResult outline, List<Diagnostic> diagnostics) {

  Manifest manifest() {
    return outline.manifest();
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
