package org.pinklang.frontend.manifest.compare;

import java.util.Comparator;
import java.util.List;
import org.pinklang.frontend.manifest.Manifest;

/**
 * What changed between two manifests of one unit. Bodies, comments between declarations and the
 * order of declarations are no part of it: no importer can tell them.
 *
 * @param verdict the largest impact of a change; {@link Impact#PATCH} where there is none
 * @param changes those with the largest impact first, then in order of the texts
 */
public record ManifestComparison(Impact verdict, List<Change> changes) {

  /** Copies the list. */
  public ManifestComparison {
    changes = List.copyOf(changes);
  }

  /**
   * Compares two manifests of one unit.
   *
   * @throws IllegalArgumentException if they are of different modules or partitions
   */
  public static ManifestComparison between(Manifest older, Manifest newer) {
    if (!older.name().equals(newer.name())) {
      throw new IllegalArgumentException(
          "only manifests of one unit can be compared, not those of "
              + describe(older)
              + " and "
              + describe(newer));
    }
    List<Change> changes = new UnitComparison(older, newer).changes();
    Impact verdict =
        changes.stream().map(Change::impact).max(Comparator.naturalOrder()).orElse(Impact.PATCH);
    Comparator<Change> byImpact = Comparator.comparing(Change::impact).reversed();
    return new ManifestComparison(verdict, changes.stream().sorted(byImpact).toList());
  }

  private static String describe(Manifest manifest) {
    return manifest.module().isEmpty() ? "a program unit" : "`" + manifest.name().display() + "`";
  }
}
