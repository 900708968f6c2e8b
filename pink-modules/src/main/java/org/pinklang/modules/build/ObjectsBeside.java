package org.pinklang.modules.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.resolve.ManifestPlace;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.source.SourceFiles;

/**
 * The objects that lie beside a manifest's file: {@code a.b.o} beside {@code a.b.pmi}, and beside
 * the primary of a module those of its other units, {@code a.b-p.o} and {@code a.b+x.o}.
 *
 * @param own the object of the manifest's unit, if it is there
 * @param others those of the module's other units, by the name of the unit
 */
record ObjectsBeside(Optional<Path> own, Map<String, Path> others) {
  private static final String SUFFIX = ".o";

  /** What lies beside a manifest; nothing for one that was in no file. */
  static ObjectsBeside of(Resolution.Found found, SourceFiles files) {
    Path file = found.provider().file().orElse(null);
    Path folder = file == null ? null : UnitRoots.parent(file);
    if (file == null || folder == null) {
      return new ObjectsBeside(Optional.empty(), Map.of());
    }
    SortedSet<String> names = files.root(folder).names("");
    UnitName unit = found.manifest().name();
    Optional<Path> own =
        stems(file, unit).stream()
            .map(stem -> stem + SUFFIX)
            .filter(names::contains)
            .findFirst()
            .map(folder::resolve);
    return new ObjectsBeside(own, unit.isPrimary() ? others(unit, folder, names) : Map.of());
  }

  /** A manifest's file may be called anything; its object is called like it, or like the unit. */
  private static List<String> stems(Path file, UnitName unit) {
    List<String> stems = new ArrayList<>();
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(ManifestPlace.SUFFIX)) {
      stems.add(name.substring(0, name.length() - ManifestPlace.SUFFIX.length()));
    }
    stems.add(ManifestPlace.stem(unit));
    return stems;
  }

  private static Map<String, Path> others(UnitName module, Path folder, SortedSet<String> names) {
    String stem = ManifestPlace.stem(module);
    Map<String, Path> others = new LinkedHashMap<>();
    // ',' follows '+' and '.' follows '-'.
    for (String name : names.subSet(stem + '+', stem + '.')) {
      boolean isUnit = name.charAt(stem.length()) != ',';
      if (isUnit && name.endsWith(SUFFIX)) {
        String unit = name.substring(0, name.length() - SUFFIX.length());
        others.put(unit, folder.resolve(name));
      }
    }
    return others;
  }
}
