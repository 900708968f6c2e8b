package org.pinklang.modules.resolve;

import java.nio.file.Path;
import org.pinklang.frontend.manifest.UnitName;

/** A question for a manifest, and what the build that asks can do to answer it. */
public interface ManifestRequest {

  /** The module or partition asked for. */
  UnitName name();

  /**
   * Makes the manifest from the source found in the unit's place on the source path. The unit then
   * belongs to the build.
   */
  Resolution fromSource();

  /** Makes the manifest from a source that may lie anywhere and be called anything. */
  Resolution fromSource(Path file);
}
