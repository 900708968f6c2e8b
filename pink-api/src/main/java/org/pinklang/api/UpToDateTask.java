package org.pinklang.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A task that need not be done: what an earlier one has left is as it would leave it. Immutable.
 *
 * @param diagnostics what the run had to say, none of it an error
 * @param written the files that the task wrote, by the paths they were written to, in order
 * @param note what who did it wanted to be told beside
 */
public record UpToDateTask(List<Diagnostic> diagnostics, List<Path> written, String note) {

  /** Copies the lists. */
  public UpToDateTask {
    diagnostics = Arguments.allPresent(diagnostics, "diagnostics");
    written = Arguments.allPresent(written, "written");
    Arguments.present(note, "note");
  }

  /**
   * Looks whether a task that an earlier run, in any process, has {@linkplain
   * CompilationResult#markAnswered done} need not be done again: as {@link Compilation#upToDate},
   * for those who know what decides it before there is a compilation.
   *
   * @param store what the earlier run kept its results in
   * @param question all that decides what is made, but the contents of files and the working folder
   *     of the process, which is taken to be part of it
   * @return empty where the task is to be done, or nothing is known
   */
  public static Optional<UpToDateTask> find(Store store, String question) {
    return EarlierResults.isNone(Arguments.present(store, "store"))
        ? Optional.empty()
        : new TaskRecords(store)
            .find(TaskRecords.question(Arguments.present(question, "question")));
  }
}
