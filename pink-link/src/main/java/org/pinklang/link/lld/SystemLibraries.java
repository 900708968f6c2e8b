package org.pinklang.link.lld;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.link.object.ObjectSymbols;

/**
 * The C libraries of the system, as programs find them when they run. Nothing that only a
 * development package brings is looked for.
 */
final class SystemLibraries {
  /** In the order they are tried; where the last ones are missing the first holds their symbols. */
  private static final List<String> NAMES =
      List.of("libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2");

  private static final String LOADER = "ld-linux-x86-64.so.2";

  private final List<Path> folders;

  SystemLibraries(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** The places where Linux distributions for x86-64 keep the C library. */
  static SystemLibraries ofLinuxX86() {
    List<Path> folders = new ArrayList<>();
    for (String root : List.of("/", "/usr")) {
      for (String folder : List.of("lib/x86_64-linux-gnu", "lib64", "lib")) {
        folders.add(Path.of(root, folder));
      }
    }
    return new SystemLibraries(folders);
  }

  /**
   * What of the C library a program is linked with.
   *
   * @param files the libraries that define something it needs, the C library always first; empty
   *     when there is no C library
   * @param missing what none of them defines
   */
  record Selection(List<Path> files, Set<String> missing) {}

  Selection select(Set<String> needed) throws IOException {
    Set<String> missing = new TreeSet<>(needed);
    List<Path> files = new ArrayList<>();
    for (String name : NAMES) {
      Path file = find(name);
      boolean isFirst = name.equals(NAMES.getFirst());
      if (file == null && isFirst) {
        break;
      }
      if (file == null || (missing.isEmpty() && !isFirst)) {
        continue;
      }
      boolean defines = missing.removeAll(symbolsOf(file));
      if (defines || isFirst) {
        files.add(file);
      }
    }
    return new Selection(files, missing);
  }

  /** The libraries that a program may be linked with, and the loader. */
  List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String name : NAMES) {
      Path file = find(name);
      if (file != null) {
        files.add(file);
      }
    }
    files.add(loader());
    return files;
  }

  private static Set<String> symbolsOf(Path library) throws IOException {
    return ObjectSymbols.ofSharedElf(Files.readAllBytes(library)).defined();
  }

  private @Nullable Path find(String name) {
    for (Path folder : folders) {
      Path file = folder.resolve(name);
      if (Files.isReadable(file)) {
        return file;
      }
    }
    return null;
  }

  /** The program loader to be named in an executable: the usual place, else beside the library. */
  Path loader() {
    Path usual = Path.of("/lib64", LOADER);
    Path found = Files.exists(usual) ? null : find(LOADER);
    return found == null ? usual : found;
  }

  List<String> folders() {
    return folders.stream().map(Path::toString).toList();
  }
}
