package org.pinklang.api.graphs;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder where a graph's texts lie.
 *
 * @param root the source root
 * @param closing what frees the folder
 */
record Place(Path root, Closing closing) implements AutoCloseable {

  /** The kinds of places. */
  enum Kind {
    UNIX,
    WINDOWS,
    DISK
  }

  /** Frees something. */
  @FunctionalInterface
  interface Closing {
    void close() throws IOException;
  }

  /** A folder with these texts. */
  static Place of(Kind kind, Map<String, String> texts) {
    try {
      Place place =
          switch (kind) {
            case UNIX -> inMemory(Configuration.unix(), "/work");
            case WINDOWS -> inMemory(Configuration.windows(), "C:\\some folder\\on it");
            case DISK -> onDisk();
          };
      place.write(texts);
      return place;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Place inMemory(Configuration configuration, String root) {
    FileSystem fileSystem = Jimfs.newFileSystem(configuration);
    return new Place(fileSystem.getPath(root), fileSystem::close);
  }

  private static Place onDisk() throws IOException {
    Path folder = Files.createTempDirectory("pink graph");
    return new Place(folder.resolve("a-b/src"), () -> delete(folder));
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  private void write(Map<String, String> texts) throws IOException {
    Files.createDirectories(root);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = root.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
    }
  }

  /** What a text says with this folder left out and slashes between names. */
  String withoutRoot(String text) {
    String folder = slashed(root + "/");
    return slashed(text).replace(folder, "");
  }

  private static String slashed(String text) {
    return text.replace("\\\\", "/").replace('\\', '/');
  }

  @Override
  public void close() {
    try {
      closing.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
