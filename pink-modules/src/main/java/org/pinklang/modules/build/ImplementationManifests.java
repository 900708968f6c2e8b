package org.pinklang.modules.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitKind;
import org.pinklang.modules.resolve.ManifestBytes;
import org.pinklang.modules.resolve.ManifestPlace;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceFiles;

/**
 * The manifests of implementation units that are compiled apart from their module's interface.
 * Nobody imports them, but they say which of the functions that the interface leaves open are
 * defined.
 */
final class ImplementationManifests {
  private final SourceFiles files;
  private final WorkGroup group;
  private final Set<Path> folders;

  /**
   * Reads nothing yet.
   *
   * @param folders the folders of manifests, in which {@code a.b+x.pmi} is looked for
   */
  ImplementationManifests(SourceFiles files, WorkGroup group, Collection<Path> folders) {
    this.files = files;
    this.group = group;
    this.folders = new LinkedHashSet<>(folders);
  }

  /** Those of the modules of some units that are not themselves among the units. */
  List<Manifest> of(List<OutlinedUnit> units) {
    Set<String> known = new HashSet<>();
    Set<String> modules = new TreeSet<>();
    for (OutlinedUnit unit : units) {
      known.add(unit.scanned().logicalName());
      if (unit.manifest().kind().isInterface() && leavesOpen(unit.manifest())) {
        modules.add(unit.manifest().module());
      }
    }
    ConcurrentLinkedQueue<Manifest> found = new ConcurrentLinkedQueue<>();
    for (String module : modules) {
      for (SourceFile file : filesOf(module)) {
        group.startHeavy(threadLost -> read(file, module, found));
      }
    }
    group.await();
    return found.stream().filter(manifest -> known.add(manifest.logicalName())).toList();
  }

  private static boolean leavesOpen(Manifest manifest) {
    return manifest.declarations().stream().anyMatch(one -> !one.defined());
  }

  private List<SourceFile> filesOf(String module) {
    List<SourceFile> found = new ArrayList<>();
    for (Path folder : folders) {
      // ',' follows '+'.
      for (String name : files.root(folder).names("").subSet(module + '+', module + ',')) {
        if (name.endsWith(ManifestPlace.SUFFIX)) {
          found.add(files.file(folder.resolve(name)));
        }
      }
    }
    return found;
  }

  private static void read(SourceFile file, String module, Collection<Manifest> found) {
    String stem =
        file.fileName().substring(0, file.fileName().length() - ManifestPlace.SUFFIX.length());
    String logicalName = module.replace('.', '/') + stem.substring(module.length()) + ".pink";
    try {
      if (ManifestBytes.read(file.content().read(), logicalName)
              instanceof ManifestBytes.Readable readable
          && readable.manifest().kind() == UnitKind.IMPLEMENTATION
          && readable.manifest().module().equals(module)) {
        found.add(readable.manifest());
      }
    } catch (IOException e) {
      // Then a function may have no definition, which is said where it is declared.
      return;
    }
  }
}
