package org.pinklang.api;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.source.FilesSeen;

/**
 * The files that a run went by, and those that were made of its result. Safe for any number of
 * threads.
 */
final class RunFiles {
  private final @Nullable FilesSeen inputs;
  private final long startMillis;
  private final FilesSeen outputs = new FilesSeen();
  private final Set<Path> written = ConcurrentHashMap.newKeySet();

  /**
   * Nothing written yet.
   *
   * @param inputs what the run has seen
   * @param startMillis when the run began, in milliseconds since 1970
   */
  RunFiles(FilesSeen inputs, long startMillis) {
    this.inputs = inputs;
    this.startMillis = startMillis;
  }

  private RunFiles() {
    this.inputs = null;
    this.startMillis = 0;
  }

  /** Of a run of which it is not known what it went by. */
  static RunFiles unknown() {
    return new RunFiles();
  }

  /** What the run went by, where that is known. */
  Optional<FilesSeen> inputs() {
    return Optional.ofNullable(inputs);
  }

  /** What was written, and where files of the system were looked for to do that. */
  FilesSeen outputs() {
    return outputs;
  }

  /** The paths of what was written, in order of their names. */
  List<Path> written() {
    return written.stream().sorted(Comparator.comparing(Path::toString)).toList();
  }

  /** Takes note of places where files of the system are about to be looked for. */
  void use(Collection<Path> places) {
    if (inputs != null) {
      places.forEach(outputs::used);
    }
  }

  /** Takes note of what files hold that were written. */
  void wrote(Map<Path, ContentHash> files) {
    if (inputs != null) {
      files.forEach((file, hash) -> outputs.wrote(file.toAbsolutePath(), hash, startMillis));
      written.addAll(files.keySet());
    }
  }
}
