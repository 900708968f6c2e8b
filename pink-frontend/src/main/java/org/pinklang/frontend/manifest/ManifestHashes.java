package org.pinklang.frontend.manifest;

import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;

/**
 * The hashes of a manifest. Of two manifests of a unit with equal hashes nobody they are for can
 * tell the difference by the manifest alone: a name of another unit is in them as that name, with
 * the modules it may be of. Not in them are the order of declarations, documentation, names of
 * parameters, the values of variables, bodies, spellings of integers, and {@code Nil} as the result
 * of a function type. Immutable, safe for any number of threads.
 */
public interface ManifestHashes {

  /**
   * The hash of what other modules can depend on in this unit: its kind, name and imports, and all
   * that is exported or needed by what is. The fields of an opaque struct count only where an
   * export holds, takes or gives one by value. What units of the module use of this unit and pass
   * on to importers is not in it: a constant of a partition, say, from which another unit computes
   * one that it exports. That is in {@link #moduleHash()}, and in the hashes of the declaration.
   */
  ContentHash interfaceHash();

  /** The hash of what units of the same module can depend on: all of it. */
  ContentHash moduleHash();

  /** The hashes of a declaration; null where there is none of this name. */
  @Nullable DeclarationHashes find(String name);
}
