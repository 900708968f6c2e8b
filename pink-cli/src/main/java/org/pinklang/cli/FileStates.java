package org.pinklang.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What files and folders are like at one moment, as far as a build could notice. Immutable.
 *
 * @param files those that were looked at; empty for one that is not there
 * @param folders the names in each, those that no build looks at left out
 */
record FileStates(Map<Path, Optional<FileState>> files, Map<Path, SortedSet<String>> folders) {
  static final FileStates NONE = new FileStates(Map.of(), Map.of());

  private static final Set<String> SUFFIXES = Set.of(".pink", ".pmi", ".o", ".a", ".so");

  /**
   * What tells one state of a file from another without reading it.
   *
   * @param file what identifies it on its file system; null where nothing does
   */
  record FileState(long size, FileTime modified, @Nullable Object file) {}

  /** The present states. */
  static FileStates of(Set<Path> files, Set<Path> folders) {
    Map<Path, Optional<FileState>> states = new HashMap<>();
    files.forEach(file -> states.put(file, state(file)));
    Map<Path, SortedSet<String>> names = new HashMap<>();
    folders.forEach(folder -> names.put(folder, names(folder)));
    return new FileStates(states, names);
  }

  private static Optional<FileState> state(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.isRegularFile()
          ? Optional.of(new FileState(found.size(), found.lastModifiedTime(), found.fileKey()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static SortedSet<String> names(Path folder) {
    SortedSet<String> names = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, FileStates::matters)) {
      entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
    } catch (IOException | DirectoryIteratorException e) {
      names.clear();
    }
    return names;
  }

  /** Editors put files of their own beside those they edit; links that lead nowhere are theirs. */
  private static boolean matters(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return SUFFIXES.stream().anyMatch(name::endsWith)
        ? Files.exists(entry)
        : Files.isDirectory(entry);
  }

  /** Whether a file or folder that both have looked at is another than before. */
  boolean differFrom(FileStates before) {
    return differ(files, before.files()) || differ(folders, before.folders());
  }

  private static <T> boolean differ(Map<Path, T> now, Map<Path, T> before) {
    return now.entrySet().stream()
        .anyMatch(
            entry ->
                !entry.getValue().equals(before.getOrDefault(entry.getKey(), entry.getValue())));
  }

  /** Whether there is a file or folder that was not looked at before. */
  boolean addTo(FileStates before) {
    return !before.files().keySet().containsAll(files.keySet())
        || !before.folders().keySet().containsAll(folders.keySet());
  }
}
