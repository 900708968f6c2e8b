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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What files and folders are like at one moment, as far as a build could notice. Immutable.
 *
 * @param files those that are there
 * @param folders the names in each, those that no build looks at left out
 */
record FileStates(Map<Path, FileState> files, Map<Path, SortedSet<String>> folders) {
  static final FileStates NONE = new FileStates(Map.of(), Map.of());

  private static final Set<String> SUFFIXES = Set.of(".pink", ".pmi", ".o", ".a");

  /**
   * What tells one state of a file from another without reading it.
   *
   * @param file what identifies it on its file system; null where nothing does
   */
  record FileState(long size, FileTime modified, @Nullable Object file) {}

  /** The present states. */
  static FileStates of(Set<Path> files, Set<Path> folders) {
    Map<Path, FileState> states = new HashMap<>();
    for (Path file : files) {
      FileState state = state(file);
      if (state != null) {
        states.put(file, state);
      }
    }
    Map<Path, SortedSet<String>> names = new HashMap<>();
    folders.forEach(folder -> names.put(folder, names(folder)));
    return new FileStates(states, names);
  }

  private static @Nullable FileState state(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.isRegularFile()
          ? new FileState(found.size(), found.lastModifiedTime(), found.fileKey())
          : null;
    } catch (IOException e) {
      return null;
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

  /** Whether a file or folder that both know is another than before. */
  boolean differFrom(FileStates before) {
    return !before.files().entrySet().stream()
            .allMatch(file -> file.getValue().equals(files.get(file.getKey())))
        || folders.entrySet().stream()
            .anyMatch(
                folder ->
                    !folder
                        .getValue()
                        .equals(before.folders().getOrDefault(folder.getKey(), folder.getValue())));
  }

  /** Whether a file that was not there or not looked at before is no older than a moment. */
  boolean addTo(FileStates before, FileTime moment) {
    return files.entrySet().stream()
        .anyMatch(
            file ->
                !before.files().containsKey(file.getKey())
                    && file.getValue().modified().compareTo(moment) >= 0);
  }
}
