package org.pinklang.modules.resolve;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a manifest came from that was not made in the build.
 *
 * @param display what the user knows the place by
 * @param file the file that holds it, if it is one; the unit's object lies beside
 */
public record Provider(String display, Optional<Path> file) {
  /** A manifest held in the process. */
  public static final Provider MEMORY = new Provider("memory", Optional.empty());

  /** The file of a manifest. */
  public static Provider of(Path file, String display) {
    return new Provider(display, Optional.of(file));
  }

  /** The folder of the file. */
  public Optional<Path> folder() {
    return file.map(path -> path.toAbsolutePath().normalize().getParent());
  }
}
