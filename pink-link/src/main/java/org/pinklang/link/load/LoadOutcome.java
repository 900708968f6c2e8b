package org.pinklang.link.load;

import java.util.List;
import org.pinklang.link.object.LinkProblem;

/** What loading gives: code that can be called, or why there is none. */
public sealed interface LoadOutcome {
  /** The objects were loaded; whoever gets this closes it. */
  record Loaded(LoadedCode code) implements LoadOutcome {}

  /**
   * The objects do not go together; nothing was loaded.
   *
   * @param problems all of them, at least one, in a fixed order
   */
  record Refused(List<LinkProblem> problems) implements LoadOutcome {}
}
