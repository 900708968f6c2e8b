package org.pinklang.modules.resolve;

/**
 * Answers requests for manifests. Asked once for each name in a build, from several threads at
 * once.
 */
@FunctionalInterface
public interface ManifestResolver {

  /** Answers at once; what takes long is answered {@link Resolution.Later later}. */
  Resolution resolve(ManifestRequest request);
}
