package org.pinklang.modules.build;

import java.util.Optional;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.history.ResultCache;

/**
 * What a build takes from earlier ones and leaves for later ones.
 *
 * @param results of earlier builds
 * @param options the hash of everything beside units that decides what a unit is compiled to:
 *     target, optimisation, kind of output
 * @param program what identifies the program among others, for telling what changed since its last
 *     build; decides nothing
 * @param ofUnits whether what units are compiled to is kept, or only what texts come to
 * @param scope of which units
 * @param last what the last build of the same session has left; empty outside of sessions
 */
public record Reuse(
    ResultCache results,
    ContentHash options,
    ContentHash program,
    boolean ofUnits,
    Scope scope,
    Optional<LastBuild> last) {

  /** Of which units results are looked for and kept. */
  public enum Scope {
    ALL_UNITS,
    STANDARD_UNITS
  }

  /** Whether results of a unit are looked for and kept. */
  boolean covers(ScannedUnit unit) {
    return scope == Scope.ALL_UNITS || !unit.isCounted();
  }
}
