package org.pinklang.modules.resolve;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.modules.codec.EncodedBodies;

/**
 * Manifests held in the process, to be kept over builds. Each operation is atomic; any number of
 * threads may read and write at the same time. A build sees what is held at the moment it asks for
 * a name, which it does once.
 */
public final class ManifestMemory implements ManifestResolver {
  private final ConcurrentMap<UnitName, Resolution.Found> manifests = new ConcurrentSkipListMap<>();

  /** An empty memory. */
  public ManifestMemory() {}

  /**
   * Holds a manifest, in place of one of the same name.
   *
   * @throws IllegalArgumentException if no unit can import what it is the manifest of
   */
  public void put(Manifest manifest) {
    put(manifest, Optional.empty());
  }

  /**
   * Holds a manifest and what its unit offers for inlining, in place of one of the same name.
   *
   * @throws IllegalArgumentException if no unit can import what it is the manifest of
   */
  public void put(Manifest manifest, Optional<EncodedBodies> bodies) {
    if (!manifest.kind().isImportable()) {
      throw new IllegalArgumentException(
          "`" + manifest.logicalName() + "` cannot be imported, so nobody asks for its manifest");
    }
    manifests.put(manifest.name(), new Resolution.Found(manifest, bodies));
  }

  /** Forgets a name; gives what was held. */
  public Optional<Resolution.Found> remove(UnitName name) {
    return Optional.ofNullable(manifests.remove(name));
  }

  /** What is held for a name. */
  public Optional<Resolution.Found> find(UnitName name) {
    return Optional.ofNullable(manifests.get(name));
  }

  /** What is held, by name; a copy. */
  public SortedMap<UnitName, Resolution.Found> all() {
    return new TreeMap<>(manifests);
  }

  @Override
  public Resolution resolve(ManifestRequest request) {
    Resolution.Found found = manifests.get(request.name());
    return found == null ? new Resolution.NotMine(List.of()) : found;
  }
}
