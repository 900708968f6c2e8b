package org.pinklang.api;

import java.nio.file.Path;
import java.util.List;

/**
 * A task that need not be done: what an earlier one has left is as it would leave it. Immutable.
 *
 * @param diagnostics what the run had to say, none of it an error
 * @param written the files that the task wrote, by the paths they were written to, in order
 */
public record UpToDateTask(List<Diagnostic> diagnostics, List<Path> written) {

  /** Copies the lists. */
  public UpToDateTask {
    diagnostics = Arguments.allPresent(diagnostics, "diagnostics");
    written = Arguments.allPresent(written, "written");
  }
}
