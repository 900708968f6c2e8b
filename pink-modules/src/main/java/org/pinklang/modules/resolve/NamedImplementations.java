package org.pinklang.modules.resolve;

import java.util.List;
import java.util.function.Predicate;

/** Manifests of implementation units in files that the user named. */
record NamedImplementations(List<ImplementationFile> files) implements ManifestResolver {

  @Override
  public Resolution resolve(ManifestRequest request) {
    return new Resolution.NotMine(List.of());
  }

  @Override
  public List<Resolution> implementations(ManifestRequest request, Predicate<String> wanted) {
    return files.stream()
        .filter(one -> one.place().name().equals(request.name()))
        .filter(one -> wanted.test(one.place().logicalName()))
        .map(one -> ManifestFile.implementation(one.file(), request, one.place()))
        .toList();
  }
}
