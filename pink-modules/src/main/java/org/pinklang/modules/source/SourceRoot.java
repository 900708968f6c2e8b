package org.pinklang.modules.source;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A tree of folders in which each module has its {@link UnitPlace place}. Safe for threads. */
public interface SourceRoot {

  /** What a user knows the root by. */
  String display();

  /**
   * The names directly in a folder, exactly as they are written there; empty where there is no such
   * folder.
   *
   * @param folder relative to the root, segments separated by {@code /}; empty for the root itself
   */
  SortedSet<String> names(String folder);

  /** The file at a place, which need not be there. */
  SourceFile file(UnitPlace place);

  /**
   * The names of the modules whose primary units have their place directly in a folder.
   *
   * @param folder as for {@link #names}
   */
  default List<String> modulesIn(String folder) {
    String prefix = folder.isEmpty() ? "" : folder.replace('/', '.') + '.';
    return names(folder).stream()
        .filter(name -> name.endsWith(UnitPlace.SUFFIX))
        .map(name -> name.substring(0, name.length() - UnitPlace.SUFFIX.length()))
        .filter(stem -> stem.indexOf('-') < 0 && stem.indexOf('+') < 0)
        .map(stem -> prefix + stem)
        .toList();
  }

  /** The file at a place, if there is one whose path is spelled exactly like it. */
  default Optional<SourceFile> find(UnitPlace place) {
    return hasFolder(place.folder()) && names(place.folder()).contains(place.fileName())
        ? Optional.of(file(place))
        : Optional.empty();
  }

  private boolean hasFolder(String folder) {
    int start = 0;
    while (start < folder.length()) {
      int slash = folder.indexOf('/', start);
      int end = slash < 0 ? folder.length() : slash;
      String parent = start == 0 ? "" : folder.substring(0, start - 1);
      if (!names(parent).contains(folder.substring(start, end))) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }
}
