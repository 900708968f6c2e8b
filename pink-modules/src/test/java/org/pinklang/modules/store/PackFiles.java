package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What tests see of the files of a store. */
final class PackFiles {
  private PackFiles() {}

  /** The packs of a store. */
  static List<Path> packs(Path store) throws IOException {
    return ending(store, ".pack");
  }

  static List<Path> indexes(Path store) throws IOException {
    return ending(store, ".index");
  }

  private static List<Path> ending(Path store, String suffix) throws IOException {
    Path folder = store.resolve("packs");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  /** How much all entries have together, those that others replace too. */
  static long held(Path store) throws IOException {
    PackFolder folder = new PackFolder(store.resolve("packs"), new Disk());
    folder.refresh();
    folder.close();
    return folder.bytes();
  }

  /** The files below a folder, as paths from it, packs and indexes without their names. */
  static TreeSet<String> files(Path folder) throws IOException {
    TreeSet<String> files = new TreeSet<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .forEach(file -> files.add(file.replaceFirst("/[0-9a-f]{32}\\.", "/*.")));
    }
    return files;
  }
}
