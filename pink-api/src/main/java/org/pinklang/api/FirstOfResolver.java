package org.pinklang.api;

import java.util.List;
import java.util.Optional;
import org.pinklang.modules.resolve.Resolvers;

/** Asks resolvers in turn. */
record FirstOfResolver(List<ManifestResolver> resolvers) implements ManifestResolver {

  @Override
  public Answer resolve(Request request) {
    return new Answer(
        Resolvers.firstOf(resolvers.stream().map(FirstOfResolver::adapt).toList())
            .resolve(request.request()));
  }

  @Override
  public Optional<Threads> threads() {
    return resolvers.stream().flatMap(resolver -> resolver.threads().stream()).findFirst();
  }

  /** A resolver as the build asks it. */
  static org.pinklang.modules.resolve.ManifestResolver adapt(ManifestResolver resolver) {
    return request -> resolver.resolve(new Request(request)).resolution();
  }
}
