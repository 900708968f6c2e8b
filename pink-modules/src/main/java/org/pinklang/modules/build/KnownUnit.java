package org.pinklang.modules.build;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.diagnostic.SuggestedEdit;
import org.pinklang.frontend.manifest.OutlineResult;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.history.UnitKeys;
import org.pinklang.modules.plan.Surroundings;

/**
 * A unit as a build has left it for the next one of its session. Holds on to nothing of the build
 * itself.
 *
 * @param scanned with its bytes at hand and without its root, which only discovery needs
 * @param outline of the text
 * @param tokens the hash of its tokens, where there were no errors
 * @param named the modules that its manifest leads to
 * @param diagnostics of parsing and outlining
 * @param standing what was made of it; empty where that cannot be taken over
 */
record KnownUnit(
    ScannedUnit scanned,
    OutlineResult outline,
    Optional<ContentHash> tokens,
    Set<String> named,
    List<Diagnostic> diagnostics,
    Optional<Standing> standing) {

  /**
   * A result that stands.
   *
   * @param surroundings in which it does
   * @param offers edits that write types which other units of the module may miss
   * @param keys under which results are kept that must stay while this stands
   */
  record Standing(
      BuiltUnit built, Surroundings surroundings, List<SuggestedEdit> offers, UnitKeys keys) {

    /** Copies the list. */
    Standing {
      offers = List.copyOf(offers);
    }
  }

  static KnownUnit of(OutlinedUnit unit, Optional<Standing> standing) {
    ScannedUnit scanned = unit.scanned();
    ScannedUnit alone =
        new ScannedUnit(
            scanned.file().withContent(scanned.text()::bytes),
            scanned.text(),
            scanned.head(),
            Optional.empty(),
            scanned.origin());
    return new KnownUnit(
        alone, unit.outline(), unit.tokens(), unit.named(), unit.diagnostics(), standing);
  }

  String logicalName() {
    return scanned.logicalName();
  }
}
