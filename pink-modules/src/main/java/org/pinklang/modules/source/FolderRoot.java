package org.pinklang.modules.source;

import java.nio.file.Path;
import java.util.SortedSet;

/** A folder of a file system as a source root. */
record FolderRoot(Path folder, SourceFiles files) implements SourceRoot {

  @Override
  public String display() {
    String shown = folder.toString();
    return shown.isEmpty() ? "." : shown;
  }

  @Override
  public SortedSet<String> names(String below) {
    return files.names(folder.resolve(below));
  }

  @Override
  public SourceFile file(UnitPlace place) {
    return files.file(folder.resolve(place.path()));
  }
}
