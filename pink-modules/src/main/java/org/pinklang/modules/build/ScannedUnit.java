package org.pinklang.modules.build;

import java.util.Optional;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.source.SourceFile;
import org.pinklang.modules.source.SourceRoot;

/**
 * A text that was read, and what its head says.
 *
 * @param text with the unit's logical name
 * @param root the source root under which the text lies in the place of its name, if it does
 * @param origin why the unit is part of the build
 */
record ScannedUnit(
    SourceFile file, SourceText text, UnitHead head, Optional<SourceRoot> root, Origin origin) {

  /** Why a unit is part of a build. */
  enum Origin {
    /** The user asked for it. */
    INPUT,
    /** Another unit needs it. */
    FOUND,
    /** It is a standard module that another unit needs. */
    STANDARD
  }

  String logicalName() {
    return text.logicalName();
  }

  /** Whether the unit is one of the user's, so that it is counted. */
  boolean isCounted() {
    return origin != Origin.STANDARD;
  }
}
