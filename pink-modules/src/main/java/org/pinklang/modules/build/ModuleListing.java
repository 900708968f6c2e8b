package org.pinklang.modules.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceRoot;
import org.pinklang.modules.source.UnitPlace;

/**
 * Finds the partitions and implementation units that lie beside a module's primary unit and so
 * belong to the build of the module.
 */
final class ModuleListing {
  private final Inputs inputs;
  private final UnitJobs jobs;
  private final Requests requests;
  private final WorkGroup group;
  private final Set<UnitName> listed = ConcurrentHashMap.newKeySet();
  private final Queue<Stray> strays = new ConcurrentLinkedQueue<>();

  ModuleListing(Inputs inputs, UnitJobs jobs, Requests requests, WorkGroup group) {
    this.inputs = inputs;
    this.jobs = jobs;
    this.requests = requests;
    this.group = group;
  }

  /**
   * A file that is named like a unit of a module and is none.
   *
   * @param unit under the name of its file
   * @param promised the unit it should be, for messages
   */
  record Stray(ScannedUnit unit, String promised) {}

  /** Adds what lies beside a primary unit. */
  void addUnitsBeside(ScannedUnit primary, SourceRoot root) {
    String module = primary.head().name().module();
    String stem = UnitPlace.stemOf(module);
    SortedSet<String> names = root.names(UnitPlace.folderOf(module));
    // ',' follows '+' and '.' follows '-'.
    for (String name : names.subSet(stem + '+', stem + ',')) {
      if (name.endsWith(UnitPlace.SUFFIX)) {
        UnitPlace place = new UnitPlace(UnitPlace.folderOf(module), name);
        group.startLight(() -> addImplementation(root.file(place), primary, root));
      }
    }
    for (String name : names.subSet(stem + '-', stem + '.')) {
      if (name.endsWith(UnitPlace.SUFFIX)) {
        String partition =
            name.substring(stem.length() + 1, name.length() - UnitPlace.SUFFIX.length());
        addPartition(new UnitName(module, partition));
      }
    }
  }

  private void addPartition(UnitName name) {
    if (isIdentifier(name.partition())) {
      listed.add(name);
      requests.request(name);
    }
  }

  private void addImplementation(SourceFile file, ScannedUnit primary, SourceRoot root) {
    if (jobs.find(file) != null) {
      return;
    }
    ScannedUnit unit = scan(file, primary, root);
    UnitName module = primary.head().name();
    if (unit.head().kind() == UnitKind.IMPLEMENTATION && unit.head().name().equals(module)) {
      jobs.add(unit);
    } else {
      strays.add(
          new Stray(
              UnitConflicts.renamed(unit), "an implementation unit of `" + module.display() + "`"));
    }
  }

  private ScannedUnit.Origin origin(ScannedUnit primary) {
    return primary.isCounted()
        ? inputs.originOf(primary.head().name())
        : ScannedUnit.Origin.STANDARD;
  }

  private ScannedUnit scan(SourceFile file, ScannedUnit primary, SourceRoot root) {
    try {
      return jobs.scan(file, Optional.of(root), origin(primary));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + file.display() + ", which belongs to a module of the build", e);
    }
  }

  /**
   * The files that do not belong where they lie, those left out whose importers say so.
   *
   * @param imported every name that a unit of the build imports
   */
  List<Stray> strays(Set<UnitName> imported) {
    Map<UnitName, ScannedUnit> partitions = jobs.strays();
    List<Stray> found = new ArrayList<>(strays);
    for (UnitName name : listed) {
      ScannedUnit unit = partitions.get(name);
      if (unit != null && !imported.contains(name)) {
        found.add(new Stray(UnitConflicts.renamed(unit), "the partition `" + name.display() + "`"));
      }
    }
    return found.stream()
        .sorted(Comparator.comparing(stray -> stray.unit().logicalName()))
        .toList();
  }

  private static boolean isIdentifier(String text) {
    return text.matches("[A-Za-z_][A-Za-z0-9_]*");
  }
}
