package org.pinklang.modules.source;

import java.nio.file.Path;
import java.util.Set;

/**
 * What a build has looked at on file systems, by absolute paths. Immutable.
 *
 * @param files that were wanted, there or not
 * @param folders whose entries were listed, there or not
 */
public record FilesRead(Set<Path> files, Set<Path> folders) {

  /** Copies the sets. */
  public FilesRead {
    files = Set.copyOf(files);
    folders = Set.copyOf(folders);
  }
}
