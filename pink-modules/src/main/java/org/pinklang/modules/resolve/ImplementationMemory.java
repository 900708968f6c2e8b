package org.pinklang.modules.resolve;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.pinklang.frontend.manifest.Manifest;
import org.pinklang.frontend.manifest.UnitKind;

/**
 * Manifests of implementation units held in the process.
 *
 * @param manifests ordered by logical name
 */
record ImplementationMemory(List<Manifest> manifests) implements ManifestResolver {

  /** Those of some manifests that are of implementation units. */
  static ImplementationMemory of(Collection<Manifest> manifests) {
    return new ImplementationMemory(
        manifests.stream()
            .filter(manifest -> manifest.kind() == UnitKind.IMPLEMENTATION)
            .sorted(Comparator.comparing(Manifest::logicalName))
            .toList());
  }

  @Override
  public Resolution resolve(ManifestRequest request) {
    return new Resolution.NotMine(List.of());
  }

  @Override
  public List<Resolution> implementations(ManifestRequest request, Predicate<String> wanted) {
    return manifests.stream()
        .filter(manifest -> manifest.module().equals(request.name().module()))
        .filter(manifest -> wanted.test(manifest.logicalName()))
        .<Resolution>map(manifest -> new Resolution.Found(manifest))
        .toList();
  }
}
