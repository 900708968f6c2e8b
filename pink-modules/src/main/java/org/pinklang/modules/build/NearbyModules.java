package org.pinklang.modules.build;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pinklang.frontend.diagnostic.SimilarNames;
import org.pinklang.modules.resolve.ManifestPlace;
import org.pinklang.modules.source.SourceRoot;
import org.pinklang.modules.source.UnitPlace;

/**
 * The modules in the folders in which one was looked for in vain, to suggest them. Folders are
 * listed, no file is opened.
 *
 * @param roots where sources are looked for
 * @param manifestFolders where manifests are looked for
 */
record NearbyModules(List<SourceRoot> roots, List<SourceRoot> manifestFolders) {

  /** Copies the lists. */
  NearbyModules {
    roots = List.copyOf(roots);
    manifestFolders = List.copyOf(manifestFolders);
  }

  /** The modules near others that were not found; none where all were. */
  SortedSet<String> to(Collection<String> missing) {
    SortedSet<String> folders = new TreeSet<>();
    for (String module : missing) {
      folders.add(UnitPlace.folderOf(module));
      folders.add("");
    }
    SortedSet<String> known = new TreeSet<>();
    for (String folder : folders) {
      roots.forEach(root -> known.addAll(root.modulesIn(folder)));
    }
    if (!folders.isEmpty()) {
      manifestFolders.forEach(folder -> known.addAll(ManifestPlace.modulesIn(folder)));
    }
    return known;
  }

  /** Those whose names are most like that of a module that was not found. */
  List<String> similarTo(String module) {
    return SimilarNames.of(module, to(List.of(module)));
  }
}
