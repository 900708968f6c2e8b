package org.pinklang.modules.build;

import java.util.List;
import java.util.Optional;
import org.pinklang.frontend.manifest.Manifest;

/**
 * A unit that is imported and not part of the build: its manifest was found.
 *
 * @param manifest as it was found
 * @param origin where it was found, as a user knows it
 * @param object what to call the object that should lie beside, as a user knows it; empty where
 *     there is no such place
 * @param objects its object, and for a primary those of its module's other units that are not part
 *     of the build
 */
public record FoundUnit(
    Manifest manifest, String origin, Optional<String> object, List<ObjectBytes> objects) {

  /** Copies the list. */
  public FoundUnit {
    objects = List.copyOf(objects);
  }
}
