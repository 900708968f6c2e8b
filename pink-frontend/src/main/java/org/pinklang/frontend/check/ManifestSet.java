package org.pinklang.frontend.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;

/**
 * The answers of one build: what every unit is checked against. Immutable.
 *
 * @param answers for every name that is imported, directly or through others
 * @param modules the manifests of all units of each module in the build, implementation units and
 *     partitions included, ordered by logical name
 */
public record ManifestSet(
    Map<UnitName, ManifestAnswer> answers, Map<String, List<Manifest>> modules) {

  /** The manifest of a unit that was found. */
  public @Nullable Manifest find(UnitName name) {
    return answers.get(name) instanceof ManifestAnswer.Found found ? found.manifest() : null;
  }

  /** All units of a module in this build; empty where none is known. */
  public List<Manifest> unitsOf(String module) {
    return modules.getOrDefault(module, List.of());
  }
}
