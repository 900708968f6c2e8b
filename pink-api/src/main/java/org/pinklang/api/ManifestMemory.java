package org.pinklang.api;

import java.util.List;
import java.util.Optional;
import org.pinklang.modules.resolve.Resolution;

/**
 * Manifests held in the process, for a program that compiles again and again. Each operation is
 * atomic; any number of threads and runs may use it at the same time. A run sees what is held at
 * the moment it asks for a name, which it does once. Whoever changes a module puts its new manifest
 * or removes the old one: what is held is not compared with any source.
 *
 * <pre>{@code
 * ManifestMemory memory = new ManifestMemory();
 * memory.putAll(libraries.run().orThrow().manifests());
 * Compilation.builder().resolver(memory.orElse(ManifestResolver.threadPool(4)));
 * }</pre>
 */
public final class ManifestMemory implements ManifestResolver {
  private final org.pinklang.modules.resolve.ManifestMemory held =
      new org.pinklang.modules.resolve.ManifestMemory();

  /** An empty memory. */
  public ManifestMemory() {}

  /**
   * Holds a manifest, in place of one of the same name.
   *
   * @throws IllegalArgumentException if it is that of a program or an implementation unit, which
   *     nobody imports
   */
  public void put(Manifest manifest) {
    Resolution.Found found = Arguments.present(manifest, "manifest").found();
    held.put(found.manifest(), found.bodies());
  }

  /** Holds those of some manifests that can be imported. */
  public void putAll(Iterable<Manifest> manifests) {
    for (Manifest manifest : Arguments.present(manifests, "manifests")) {
      if (manifest.value().kind().isImportable()) {
        held.put(manifest.value(), manifest.found().bodies());
      }
    }
  }

  /**
   * Forgets a name, {@code m} or {@code m:p}; gives what was held.
   *
   * @throws IllegalArgumentException if this is no such name
   */
  public Optional<Manifest> remove(String name) {
    return held.remove(UnitNames.parse(Arguments.present(name, "name"))).map(Manifest::of);
  }

  /**
   * What is held for a name, {@code m} or {@code m:p}.
   *
   * @throws IllegalArgumentException if this is no such name
   */
  public Optional<Manifest> find(String name) {
    return held.find(UnitNames.parse(Arguments.present(name, "name"))).map(Manifest::of);
  }

  /** What is held, ordered by name; a copy. */
  public List<Manifest> all() {
    return held.all().values().stream().map(Manifest::of).toList();
  }

  /** The same as the build asks it. */
  org.pinklang.modules.resolve.ManifestMemory held() {
    return held;
  }

  @Override
  public Answer resolve(Request request) {
    return new Answer(held.resolve(request.request()));
  }
}
