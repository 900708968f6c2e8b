package org.pinklang.modules.plan;

import java.util.List;

/**
 * A unit that was checked again, and why. Immutable.
 *
 * @param unit its logical name
 * @param compiled whether code was generated for it
 * @param causes at least one, those in the order of the places that read what changed
 */
public record Rebuild(String unit, boolean compiled, List<Cause> causes) {

  /** Copies the list. */
  public Rebuild {
    causes = List.copyOf(causes);
  }
}
