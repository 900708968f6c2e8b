package org.pinklang.modules.plan;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.pinklang.frontend.source.ContentHash;

/** Finds the units for which there is nothing to decide: no question of theirs need be asked. */
public final class UnchangedUnits {
  private UnchangedUnits() {}

  /**
   * The units whose results stand without a look at what they have read: in the same environment a
   * unit of the same text checks to the same, and so offers the same bodies. Everything else is for
   * {@link UnitPlan}.
   *
   * @param results of the last build, of the units whose texts are the same, by logical name
   * @param environment of a unit in the present build
   */
  public static Set<String> among(
      Map<String, Surroundings> results, Function<String, ContentHash> environment) {
    Set<String> surrounded = HashSet.newHashSet(results.size());
    results.forEach(
        (name, result) -> {
          if (result.environment().equals(environment.apply(name))) {
            surrounded.add(name);
          }
        });
    Set<String> unchanged = new HashSet<>(surrounded);
    unchanged.removeIf(name -> !surrounded.containsAll(bodies(results, name)));
    return unchanged;
  }

  private static Set<String> bodies(Map<String, Surroundings> results, String name) {
    Surroundings result = results.get(name);
    return result == null ? Set.of() : result.bodies();
  }
}
