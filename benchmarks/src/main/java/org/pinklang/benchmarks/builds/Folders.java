package org.pinklang.benchmarks.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes, copies and removes what builds use. */
public final class Folders {
  private Folders() {}

  /** Writes those files that are not as they should be: builders look at times. */
  public static void write(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, file.getValue());
      }
    }
  }

  /** Removes a folder, which need not exist, and all in it. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }

  /** Copies a folder to where nothing is. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      List<Path> parentsFirst = paths.toList();
      for (Path path : parentsFirst) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
