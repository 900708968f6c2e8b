package org.pinklang.api;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pinklang.modules.build.BuiltUnit;

/**
 * The units of a run by their names and files. Made when somebody asks: most runs of a session are
 * followed by the next one before. Safe for any number of threads; racing ones make equal maps.
 */
final class UnitIndex {
  private final List<BuiltUnit> units;
  private volatile @Nullable Map<String, BuiltUnit> byName;
  private volatile @Nullable Map<Path, BuiltUnit> byFile;

  UnitIndex(List<BuiltUnit> units) {
    this.units = units;
  }

  Collection<BuiltUnit> all() {
    return units;
  }

  @Nullable BuiltUnit find(String name) {
    Map<String, BuiltUnit> known = byName;
    if (known == null) {
      Map<String, BuiltUnit> found = new HashMap<>();
      units.forEach(unit -> found.put(unit.logicalName(), unit));
      byName = found;
      known = found;
    }
    return known.get(name);
  }

  @Nullable BuiltUnit find(Path file) {
    Map<Path, BuiltUnit> known = byFile;
    if (known == null) {
      Map<Path, BuiltUnit> found = new HashMap<>();
      units.forEach(
          unit -> unit.file().ifPresent(path -> found.put(SessionTexts.identity(path), unit)));
      byFile = found;
      known = found;
    }
    return known.get(SessionTexts.identity(file));
  }
}
