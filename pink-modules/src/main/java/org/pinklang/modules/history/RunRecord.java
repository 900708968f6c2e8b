package org.pinklang.modules.history;

import java.util.List;
import java.util.Map;
import org.pinklang.frontend.diagnostic.Diagnostic;
import org.pinklang.frontend.source.SourceText;
import org.pinklang.modules.source.FilesSeen;

/**
 * What a run went by and what it left: while all of that is as it was, the same run need not be
 * done. Immutable, but for what {@link FilesSeen} finds.
 *
 * @param inputs the files and folders that it went by
 * @param outputs the files that it wrote, or found to hold what it would write
 * @param written those of the outputs that the caller was told of, by their paths, in order
 * @param note what the caller wants to be told again
 * @param diagnostics what it had to say
 * @param texts those that the diagnostics point into, by the names they are pointed at with
 * @param origins where these texts came from, as a user knows it
 */
public record RunRecord(
    FilesSeen inputs,
    FilesSeen outputs,
    List<String> written,
    String note,
    List<Diagnostic> diagnostics,
    Map<String, SourceText> texts,
    Map<String, String> origins) {

  /** Copies the collections. */
  public RunRecord {
    written = List.copyOf(written);
    diagnostics = List.copyOf(diagnostics);
    texts = Map.copyOf(texts);
    origins = Map.copyOf(origins);
  }

  /** The same with files as they were found later. */
  public RunRecord with(FilesSeen otherInputs, FilesSeen otherOutputs) {
    return new RunRecord(otherInputs, otherOutputs, written, note, diagnostics, texts, origins);
  }
}
