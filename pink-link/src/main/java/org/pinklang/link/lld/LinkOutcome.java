package org.pinklang.link.lld;

import java.nio.file.Path;
import java.util.List;
import org.pinklang.link.object.LinkProblem;

/** What linking gives: the file's bytes, or why there are none. */
public sealed interface LinkOutcome {
  /**
   * The objects were linked.
   *
   * @param bytes the file, the same for the same objects and libraries wherever and whenever it is
   *     linked
   * @param libraries the system's files that were linked with it
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over: neither side keeps another reference.
  record Linked(byte[] bytes, List<Path> libraries) implements LinkOutcome {}

  /**
   * The objects do not go together; the linker was not run.
   *
   * @param problems all of them, at least one, in a fixed order
   */
  record Refused(List<LinkProblem> problems) implements LinkOutcome {}
}
