package org.pinklang.api.graphs;

import java.util.function.Function;
import org.pinklang.api.CompilationResult;
import org.pinklang.api.ManifestResolver;

/** On what threads a graph is built, and in which order its tasks run. */
enum Strategy {
  SINGLE_THREADED,
  POOL_OF_ONE,
  POOL_OF_TWO,
  POOL_OF_EIGHT,
  UNFAIR_ON_ONE,
  UNFAIR_ON_THREE;

  /** Runs with a resolver that makes what is missing from source. */
  CompilationResult run(long seed, Function<ManifestResolver, CompilationResult> build) {
    return switch (this) {
      case SINGLE_THREADED -> build.apply(ManifestResolver.singleThreaded());
      case POOL_OF_ONE -> build.apply(ManifestResolver.threadPool(1));
      case POOL_OF_TWO -> build.apply(ManifestResolver.threadPool(2));
      case POOL_OF_EIGHT -> build.apply(ManifestResolver.threadPool(8));
      case UNFAIR_ON_ONE -> unfairly(1, seed, build);
      case UNFAIR_ON_THREE -> unfairly(3, seed, build);
    };
  }

  private static CompilationResult unfairly(
      int threads, long seed, Function<ManifestResolver, CompilationResult> build) {
    try (UnfairExecutor executor = new UnfairExecutor(threads, seed)) {
      return build.apply(ManifestResolver.threadPool(executor));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
