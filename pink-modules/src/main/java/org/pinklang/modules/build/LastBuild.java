package org.pinklang.modules.build;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinklang.modules.plan.Environments;
import org.pinklang.modules.source.FilesSeen;
import org.pinklang.modules.source.Overlays;
import org.pinklang.modules.source.SourceInput;

/**
 * What the last build of a session without errors leaves for the next: where only texts have
 * changed since, and what these import has not, the units need not be found again, and those whose
 * surroundings are the same need no look. For builds whose requests differ in nothing but inputs
 * and overlays, one after the other, by resolvers that answer the same as long as the files do.
 * Starts empty. Safe for any number of threads.
 */
public final class LastBuild {
  private volatile @Nullable State state;

  Optional<State> state() {
    return Optional.ofNullable(state);
  }

  /** Keeps what a build leaves that had no errors and was made of texts alone. */
  void keep(
      BuildRequest request,
      FilesSeen files,
      BuildResult result,
      List<KnownUnit> units,
      Environments environments) {
    state = new State(request.inputs(), request.overlays(), files, result, units, environments);
  }

  /**
   * A program that was built without errors, all of it from texts. Immutable.
   *
   * @param files as the build has seen them
   * @param result what it gave
   * @param units ordered by logical name
   */
  record State(
      List<SourceInput> inputs,
      Overlays overlays,
      FilesSeen files,
      BuildResult result,
      List<KnownUnit> units,
      Environments environments) {}
}
