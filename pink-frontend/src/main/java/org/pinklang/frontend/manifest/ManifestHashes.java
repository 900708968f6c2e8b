package org.pinklang.frontend.manifest;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;

/**
 * The hashes of a manifest. Equal hashes mean that no importer can tell the difference; neither the
 * order of declarations nor the way they are written is in them. Immutable, safe for any number of
 * threads.
 */
public interface ManifestHashes {

  /**
   * The hash of what other modules can depend on: kind, name and imports of the unit, and all that
   * is exported or needed by what is.
   */
  ContentHash interfaceHash();

  /** The hash of what units of the same module can depend on: all of it. */
  ContentHash moduleHash();

  /** The hashes of a declaration; null where there is none of this name. */
  @Nullable DeclarationHashes find(String name);
}
