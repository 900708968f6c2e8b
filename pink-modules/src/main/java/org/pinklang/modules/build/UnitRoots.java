package org.pinklang.modules.build;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceFiles;
import org.pinklang.modules.source.SourceRoot;

/** Finds the source root of a file that lies in the place of its unit's name. */
final class UnitRoots {

  private UnitRoots() {}

  /**
   * The folder below which a file lies in a place.
   *
   * @param place relative to the root, segments separated by {@code /}
   */
  static Optional<SourceRoot> rootOf(SourceFile file, String place, SourceFiles files) {
    return file.path().flatMap(path -> folderOf(path, place)).map(files::root);
  }

  /** The folder below which a path lies in a place. */
  static Optional<Path> folderOf(Path path, String place) {
    Path absolute = path.toAbsolutePath().normalize();
    Path end = path.getFileSystem().getPath(place);
    if (!absolute.endsWith(end)) {
      return Optional.empty();
    }
    // As the user wrote it, as long as that shows the root.
    Path written = path.endsWith(end) ? path : absolute;
    Path root = written;
    for (int i = 0; i < end.getNameCount(); i++) {
      root = parent(root);
    }
    return Optional.of(root);
  }

  /** The folder of a file. */
  static Path parent(Path path) {
    @Nullable Path parent = path.getParent();
    return parent == null ? path.getFileSystem().getPath("") : parent;
  }
}
