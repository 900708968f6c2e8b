package org.pinklang.modules.resolve;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.pinklang.frontend.manifest.UnitName;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceFiles;
import org.pinklang.modules.source.UnitPlace;

/** A question for a manifest, and what the build that asks can do to answer it. */
public interface ManifestRequest {

  /** The module or partition asked for. */
  UnitName name();

  /**
   * Makes the manifest from the source found in the unit's place on the source path; for a
   * partition of a module made from source, under the root of that source. The unit then belongs to
   * the build.
   */
  Resolution fromSource();

  /** Makes the manifest from a source that may lie anywhere and be called anything. */
  Resolution fromSource(SourceFile file);

  /** The files of the build. */
  SourceFiles files();

  /** When a manifest from a file is believed. */
  Validity validity();

  /**
   * Looks whether a manifest was made from the source in its unit's place on the source path.
   *
   * @param place of the unit asked for, or of another one of its module
   * @param source the hash of the text it was made from
   */
  SourceComparison compareSource(UnitPlace place, ContentHash source);

  /**
   * Does work that needs a large stack on a thread of the engine.
   *
   * @return completed with what the work gives, or with what it throws
   */
  <T> CompletionStage<T> withLargeStack(Supplier<T> work);

  /** To be called for each declaration that is decoded from the bytes of a manifest. */
  Runnable decoded();

  /**
   * For a partition, or for implementation units: what provided the primary of the module, unless
   * that is made from source.
   */
  Optional<Provider> primaryProvider();

  /** For a partition: whether the primary of its module lies in its place under a source root. */
  boolean belongsToSource();
}
