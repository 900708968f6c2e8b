package org.pinklang.modules.build;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pinklang.frontend.check.ManifestSet;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.NamedModules;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.parse.TokenSequence;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.tree.UnitTree;
import org.pinklang.modules.plan.Environments;

/**
 * A unit with its outline.
 *
 * @param reading how much of the text has been read
 * @param syntax the tree of the text, of its outline where bodies are not wanted; its tokens
 * @param tokens the hash of the text's tokens, where results are kept and no error is known
 * @param named the modules that the manifest leads to: those it speaks of, or all imported ones
 *     where there are errors
 * @param diagnostics of outlining, and of parsing as far as the text has been read
 */
record OutlinedUnit(
    ScannedUnit scanned,
    Reading reading,
    UnitSyntax syntax,
    OutlineResult outline,
    Optional<ContentHash> tokens,
    Set<String> named,
    List<Diagnostic> diagnostics) {

  /** How much of a text has been read in this build. */
  enum Reading {
    /** Nothing: an earlier build has made the manifest. */
    NOTHING,
    /** All but the bodies of functions, in which there may be errors. */
    OUTLINE,
    /** All of it. */
    WHOLE
  }

  Manifest manifest() {
    return outline.manifest();
  }

  UnitTree tree() {
    return syntax.tree();
  }

  TokenSequence tokenSequence() {
    return syntax.tokens();
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /**
   * What surrounds the units of a build.
   *
   * @param answers what they are checked against
   * @param bodies what they take of each other
   */
  static Environments environments(List<OutlinedUnit> units, ManifestSet answers, BodyUse bodies) {
    Set<String> faulty = new HashSet<>();
    Map<String, Set<String>> named = new HashMap<>();
    for (OutlinedUnit unit : units) {
      String name = unit.scanned().logicalName();
      named.put(name, unit.named());
      if (unit.hasErrors()) {
        faulty.add(name);
      }
    }
    return new Environments(
        answers,
        faulty,
        manifest -> {
          Set<String> known = named.get(manifest.logicalName());
          return known == null || bodies != BodyUse.NONE ? NamedModules.imported(manifest) : known;
        });
  }
}
