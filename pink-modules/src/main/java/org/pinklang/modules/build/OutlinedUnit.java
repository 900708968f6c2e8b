package org.pinklang.modules.build;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.parse.TokenSequence;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.tree.UnitTree;

/**
 * A unit with its outline.
 *
 * @param trees gives the tree of the whole text, or of its outline where bodies are not wanted;
 *     parses where that was not done yet
 * @param tokens the hash of the text's tokens, where results are kept and there are no errors
 * @param tokenSequences gives the text's tokens; lexes at the first call
 * @param diagnostics of parsing and outlining
 */
record OutlinedUnit(
    ScannedUnit scanned,
    Supplier<UnitTree> trees,
    OutlineResult outline,
    Optional<ContentHash> tokens,
    Supplier<TokenSequence> tokenSequences,
    List<Diagnostic> diagnostics) {

  Manifest manifest() {
    return outline.manifest();
  }

  UnitTree tree() {
    return trees.get();
  }

  TokenSequence tokenSequence() {
    return tokenSequences.get();
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
