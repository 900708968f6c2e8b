package org.pinklang.modules.graph;

import java.util.List;
import java.util.Optional;
import org.pinklang.frontend.manifest.UnitName;

/**
 * A unit that was asked for and is not there.
 *
 * @param name what was asked for
 * @param reason why what lies in its place cannot be used; empty where nothing was found
 * @param searched the places searched, as a user knows them
 */
public record MissingUnit(UnitName name, Optional<String> reason, List<String> searched) {

  /** Copies the list. */
  public MissingUnit {
    searched = List.copyOf(searched);
  }
}
