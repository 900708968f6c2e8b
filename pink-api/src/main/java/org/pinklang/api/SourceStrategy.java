package org.pinklang.api;

import java.util.Optional;

/** Makes manifests from the source path. */
record SourceStrategy(ManifestResolver.Threads chosen) implements ManifestResolver {

  @Override
  public Answer resolve(Request request) {
    return request.fromSource();
  }

  @Override
  public Optional<Threads> threads() {
    return Optional.of(chosen);
  }
}
