package org.pinklang.frontend.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  /**
   * The same answers with another manifest of one unit, which counts wherever an older one of the
   * same logical name did. Takes time in proportion to the number of units.
   */
  public ManifestSet with(Manifest unit) {
    Map<UnitName, ManifestAnswer> changed = new HashMap<>(answers);
    changed.values().removeIf(answer -> isOf(answer, unit));
    if (unit.kind().isImportable()) {
      changed.put(unit.name(), new ManifestAnswer.Found(unit));
    }
    Map<String, List<Manifest>> units = new HashMap<>();
    modules.forEach((module, list) -> units.put(module, without(list, unit)));
    units.merge(
        unit.module(),
        List.of(unit),
        (others, one) ->
            Stream.concat(others.stream(), one.stream())
                .sorted(Comparator.comparing(Manifest::logicalName))
                .toList());
    return new ManifestSet(changed, units);
  }

  private static boolean isOf(ManifestAnswer answer, Manifest unit) {
    return answer instanceof ManifestAnswer.Found found && isSameUnit(found.manifest(), unit);
  }

  private static List<Manifest> without(List<Manifest> units, Manifest unit) {
    return units.stream().anyMatch(other -> isSameUnit(other, unit))
        ? units.stream().filter(other -> !isSameUnit(other, unit)).toList()
        : units;
  }

  private static boolean isSameUnit(Manifest one, Manifest other) {
    return one.logicalName().equals(other.logicalName());
  }

  /** All units of a module in this build; empty where none is known. */
  public List<Manifest> unitsOf(String module) {
    return modules.getOrDefault(module, List.of());
  }
}
