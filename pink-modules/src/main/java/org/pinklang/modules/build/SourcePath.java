package org.pinklang.modules.build;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.resolve.SourceComparison;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceRoot;
import org.pinklang.modules.source.UnitPlace;

/**
 * The sources in their places under roots: made into manifests, or compared with manifests. A text
 * that was read to be compared is not read again to be compiled. Safe for any number of threads.
 */
final class SourcePath {
  private final UnitJobs jobs;
  private final boolean compiles;
  private final ConcurrentMap<Object, byte[]> read = new ConcurrentHashMap<>();

  /**
   * No source read yet.
   *
   * @param compiles whether a source may be wanted though there is a manifest of it
   */
  SourcePath(UnitJobs jobs, boolean compiles) {
    this.jobs = jobs;
    this.compiles = compiles;
  }

  /** Makes a unit from the source in its place under the first root that has one. */
  Resolution find(List<? extends SourceRoot> roots, UnitName name, ScannedUnit.Origin origin) {
    UnitPlace place = UnitPlace.of(name);
    for (SourceRoot root : roots) {
      Optional<SourceFile> file = root.find(place);
      if (file.isPresent()) {
        return jobs.make(alreadyRead(file.get()), name, Optional.of(root), origin);
      }
    }
    return new Resolution.NotMine(roots.stream().map(root -> root.file(place).display()).toList());
  }

  private SourceFile alreadyRead(SourceFile file) {
    byte[] known = read.get(file.identity());
    return known == null ? file : file.withContent(() -> known);
  }

  /** Compares the source in a unit's place with what a manifest was made from. */
  SourceComparison compare(
      List<? extends SourceRoot> roots, UnitPlace place, ContentHash manifestsSource) {
    for (SourceRoot root : roots) {
      Optional<SourceFile> file = root.find(place);
      if (file.isPresent()) {
        return compare(file.get(), manifestsSource);
      }
    }
    return SourceComparison.MISSING;
  }

  private SourceComparison compare(SourceFile file, ContentHash manifestsSource) {
    byte[] bytes;
    try {
      bytes = alreadyRead(file).content().read();
    } catch (IOException e) {
      return SourceComparison.MISSING;
    }
    boolean same = ContentHash.of(bytes).equals(manifestsSource);
    if (!same || compiles) {
      read.put(file.identity(), bytes);
    }
    return same ? SourceComparison.SAME : SourceComparison.DIFFERENT;
  }
}
