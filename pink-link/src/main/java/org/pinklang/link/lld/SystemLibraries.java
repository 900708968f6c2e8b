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

  private final Path usualLoader;
  private final boolean isForHost;
  private final List<Path> folders;

  /**
   * Libraries in some folders.
   *
   * @param usualLoader the place where programs of the system expect their loader
   * @param isForHost whether the programs are for this machine
   */
  SystemLibraries(Path usualLoader, boolean isForHost, List<Path> folders) {
    this.usualLoader = usualLoader;
    this.isForHost = isForHost;
    this.folders = List.copyOf(folders);
  }

  /** The places where Linux distributions keep the C library for the processor of a triple. */
  static SystemLibraries of(String triple) {
    String processor = triple.substring(0, triple.indexOf('-'));
    boolean isForHost = processor.equals(hostProcessor());
    String system = processor + "-linux-gnu";
    List<Path> folders = new ArrayList<>();
    for (String root : List.of("/", "/usr")) {
      folders.add(Path.of(root, "lib", system));
      if (isForHost) {
        folders.add(Path.of(root, "lib64"));
        folders.add(Path.of(root, "lib"));
      }
    }
    // Where the packages for compiling on one machine for another put it.
    folders.add(Path.of("/usr", system, "lib"));
    return new SystemLibraries(usualLoader(processor), isForHost, folders);
  }

  private static Path usualLoader(String processor) {
    return switch (processor) {
      case "x86_64" -> Path.of("/lib64/ld-linux-x86-64.so.2");
      case "riscv64" -> Path.of("/lib/ld-linux-riscv64-lp64d.so.1");
      default -> Path.of("/lib", "ld-linux-" + processor + ".so.1");
    };
  }

  private static String hostProcessor() {
    String name = System.getProperty("os.arch", "");
    return name.equals("amd64") ? "x86_64" : name;
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
      Path file = find(Path.of(name));
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
      Path file = find(Path.of(name));
      if (file != null) {
        files.add(file);
      }
    }
    files.add(loader());
    return files;
  }

  /** Every place that is looked at to find them, whether there is something or not. */
  List<Path> places() {
    List<Path> places = new ArrayList<>();
    places.add(usualLoader);
    for (Path folder : folders) {
      NAMES.forEach(name -> places.add(folder.resolve(name)));
      places.add(folder.resolve(usualLoader.getFileName()));
    }
    return places;
  }

  private static Set<String> symbolsOf(Path library) throws IOException {
    return ObjectSymbols.ofSharedElf(Files.readAllBytes(library)).defined();
  }

  private @Nullable Path find(Path name) {
    for (Path folder : folders) {
      Path file = folder.resolve(name);
      if (Files.isReadable(file)) {
        return file;
      }
    }
    return null;
  }

  /**
   * The program loader to be named in an executable: the usual place, else, on the machine that the
   * program is for, beside the library.
   */
  Path loader() {
    Path beside = isForHost && !Files.exists(usualLoader) ? find(usualLoader.getFileName()) : null;
    return beside == null ? usualLoader : beside;
  }

  List<String> folders() {
    return folders.stream().map(Path::toString).toList();
  }
}
