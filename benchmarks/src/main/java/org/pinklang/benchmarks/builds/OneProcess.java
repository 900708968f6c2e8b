package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pinklang.benchmarks.generated.Language;

/**
 * A compiler that is given all sources at once and makes all anew.
 *
 * @param command with its options, to be followed by the names of the sources
 * @param suffix of the sources' names
 */
record OneProcess(
    String name,
    Language language,
    Path folder,
    List<String> command,
    String suffix,
    List<String> program)
    implements Contestant {
  /** The folder for what is made. */
  static final String MADE = "made";

  @Override
  public boolean isIncremental() {
    return false;
  }

  @Override
  public void forget() throws IOException {
    Folders.delete(folder.resolve(MADE));
    Files.createDirectories(folder.resolve(MADE));
  }

  @Override
  public Outcome build() throws IOException {
    List<String> whole = new ArrayList<>(command);
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(suffix))
          .sorted()
          .forEach(whole::add);
    }
    return Outcome.of(Processes.run(folder, whole).sample());
  }
}
