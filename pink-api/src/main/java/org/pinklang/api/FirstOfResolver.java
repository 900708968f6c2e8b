package org.pinklang.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pinklang.modules.resolve.ManifestRequest;
import org.pinklang.modules.resolve.Resolution;
import org.pinklang.modules.resolve.Resolvers;

/** Asks resolvers in turn. */
record FirstOfResolver(List<ManifestResolver> resolvers) implements ManifestResolver {

  @Override
  public Answer resolve(Request request) {
    return new Answer(adapt(this).resolve(request.request()));
  }

  @Override
  public Optional<Threads> threads() {
    return resolvers.stream().flatMap(resolver -> resolver.threads().stream()).findFirst();
  }

  /** A resolver as the build asks it. */
  static org.pinklang.modules.resolve.ManifestResolver adapt(ManifestResolver resolver) {
    return switch (resolver) {
      case BuiltInResolver builtIn -> builtIn.resolver();
      case FirstOfResolver first ->
          Resolvers.firstOf(first.resolvers.stream().map(FirstOfResolver::adapt).toList());
      case ManifestMemory memory -> memory.held();
      default -> request -> ask(resolver, request);
    };
  }

  /** Whether a resolver answers the same as long as no file and no folder changes. */
  static boolean isFixed(ManifestResolver resolver) {
    return switch (resolver) {
      case BuiltInResolver builtIn -> true;
      case SourceStrategy strategy -> true;
      case FirstOfResolver first -> first.resolvers.stream().allMatch(FirstOfResolver::isFixed);
      default -> false;
    };
  }

  private static Resolution ask(ManifestResolver resolver, ManifestRequest request) {
    @Nullable Answer answer = resolver.resolve(new Request(request));
    if (answer == null) {
      throw new IllegalStateException(
          "a manifest resolver answered null when asked for `%s`; let it answer `Answer.notMine()`"
                  .formatted(request.name().display())
              + " where it does not know the unit");
    }
    return answer.resolution();
  }
}
