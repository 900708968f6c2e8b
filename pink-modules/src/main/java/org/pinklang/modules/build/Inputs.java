package org.pinklang.modules.build;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.source.SourceFiles;
import org.pinklang.modules.source.SourceRoot;

/**
 * What the user asked for, read and named.
 *
 * @param units in no order that matters; of two that declare the same name only one
 * @param byName the importable ones of {@code units}
 * @param modules names of modules asked for by name
 * @param roots where what is imported is looked for
 * @param rejected units that another of {@code units} keeps from having their name
 * @param diagnostics what is wrong with them
 * @param files the files of this build
 */
record Inputs(
    List<ScannedUnit> units,
    Map<UnitName, ScannedUnit> byName,
    Set<String> modules,
    List<SourceRoot> roots,
    List<ScannedUnit> rejected,
    List<Diagnostic> diagnostics,
    SourceFiles files) {

  /** Copies the collections. */
  Inputs {
    units = List.copyOf(units);
    byName = new TreeMap<>(byName);
    modules = Set.copyOf(modules);
    roots = List.copyOf(roots);
    rejected = List.copyOf(rejected);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Why a unit that was found on the source path is part of the build. */
  ScannedUnit.Origin originOf(UnitName name) {
    return modules.contains(name.module()) ? ScannedUnit.Origin.INPUT : ScannedUnit.Origin.FOUND;
  }
}
