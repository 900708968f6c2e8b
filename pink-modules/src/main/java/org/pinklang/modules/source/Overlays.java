package org.pinklang.modules.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What a build is to see in place of the files there are. Immutable.
 *
 * @param texts replace those of files, or add files
 * @param absent files that are not there, whatever the disk says
 */
public record Overlays(Map<Path, byte[]> texts, Set<Path> absent) {
  /** The files as they are. */
  public static final Overlays NONE = new Overlays(Map.of(), Set.of());

  /** Copies the collections. */
  public Overlays {
    texts = Map.copyOf(texts);
    absent = Set.copyOf(absent);
  }
}
