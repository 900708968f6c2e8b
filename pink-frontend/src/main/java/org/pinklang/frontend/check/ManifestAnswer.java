package org.pinklang.frontend.check;

import java.util.List;
import org.pinklang.frontend.manifest.Manifest;

/** What resolving said about one imported unit. */
public sealed interface ManifestAnswer {

  /** The unit's manifest. */
  record Found(Manifest manifest) implements ManifestAnswer {}

  /**
   * Nobody has the unit.
   *
   * @param searched the places that were searched, as a user knows them
   * @param similar names of modules there are that look like it, best first
   */
  record Missing(List<String> searched, List<String> similar) implements ManifestAnswer {

    /** Copies the lists; a place that was searched twice is told once. */
    public Missing {
      searched = searched.stream().distinct().toList();
      similar = List.copyOf(similar);
    }
  }

  /**
   * There is something in the unit's place, but it cannot be used.
   *
   * @param reason a sentence that says what is wrong and where
   */
  record Rejected(String reason) implements ManifestAnswer {}
}
