package org.pinklang.modules.resolve;

import java.util.List;
import java.util.function.Predicate;

/**
 * Answers requests for manifests. Asked once for each name in a build, from several threads at
 * once.
 */
@FunctionalInterface
public interface ManifestResolver {

  /** Answers at once; what takes long is answered {@link Resolution.Later later}. */
  Resolution resolve(ManifestRequest request);

  /**
   * The manifests of implementation units of a module that this resolver knows. Nobody imports
   * them, but they say which of the functions that the interface leaves open are defined.
   *
   * @param request for the module's primary
   * @param wanted says by logical name of which units the manifests are of use
   * @return answers in a fixed order: found, later, or not mine with a remark on what is not used
   */
  default List<Resolution> implementations(ManifestRequest request, Predicate<String> wanted) {
    return List.of();
  }
}
