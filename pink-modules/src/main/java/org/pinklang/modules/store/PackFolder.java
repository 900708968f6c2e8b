package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The packs that are in a store's folder, as they were when it was looked at last. Any number of
 * threads may find; {@link #refresh} is for one alone.
 */
final class PackFolder {
  /** What happens in a folder so soon after it was changed may leave it with the same time. */
  private static final long TICK_MILLIS = 50;

  private final Path folder;
  private final Disk disk;
  private final TreeMap<String, Pack> packs = new TreeMap<>();
  private @Nullable State seen;

  PackFolder(Path folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /** An entry and where it is. */
  record Located(Pack pack, PackEntry entry) {}

  /** What tells that names were added to a folder, or taken away. */
  private record State(FileTime modified, @Nullable Object identity) {}

  List<Pack> packs() {
    return new ArrayList<>(packs.values());
  }

  /** How many bytes all entries have. */
  long bytes() {
    return packs.values().stream().mapToLong(Pack::bytes).sum();
  }

  /** What was put last under a key; null for nothing that is known. */
  @Nullable Located value(StoreKey key) {
    Located last = null;
    for (Pack pack : packs.values()) {
      PackEntry entry = pack.value(key);
      if (entry != null && (last == null || entry.stamp() > last.entry().stamp())) {
        last = new Located(pack, entry);
      }
    }
    return last;
  }

  /** When the value of a key was used last, in microseconds since 1970; null for not known. */
  @Nullable PackEntry use(StoreKey key) {
    PackEntry last = null;
    for (Pack pack : packs.values()) {
      last = PackEntry.later(last, pack.use(key));
    }
    return last;
  }

  /** Adds a pack of this process. */
  void add(Pack pack) {
    packs.put(pack.name().text(), pack);
  }

  /**
   * Whether others may have added or removed packs, or appended to one that had no index when it
   * was looked at last.
   */
  boolean isChanged() throws IOException {
    State last = seen;
    if (last == null || !last.equals(state())) {
      return true;
    }
    for (Pack pack : packs.values()) {
      if (pack.isGrown(disk)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable State state() throws IOException {
    try {
      BasicFileAttributes attributes = disk.attributes(folder);
      return new State(attributes.lastModifiedTime(), attributes.fileKey());
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Learns what others have done. */
  void refresh() throws IOException {
    State now = state();
    List<Path> files = now == null ? List.of() : files(folder);
    Set<String> names =
        files.stream()
            .flatMap(file -> PackName.of(file).stream())
            .map(PackName::text)
            .collect(Collectors.toSet());
    packs.values().stream()
        .filter(pack -> !names.contains(pack.name().text()))
        .forEach(Pack::close);
    packs.keySet().retainAll(names);
    for (String name : names) {
      refresh(
          Objects.requireNonNull(
              packs.computeIfAbsent(name, text -> new Pack(folder, new PackName(text), false))));
    }
    boolean settled =
        now != null && System.currentTimeMillis() - now.modified().toMillis() > TICK_MILLIS;
    seen = settled ? now : null;
  }

  private void refresh(Pack pack) throws IOException {
    try {
      pack.refresh(disk);
    } catch (NoSuchFileException e) {
      packs.remove(pack.name().text()); // gone since the folder was listed, or no file
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      // One that cannot be read, another user's perhaps, keeps nobody from the others.
    }
  }

  /** The files of a folder; none where there is no such folder. */
  static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return files;
    }
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
      names.forEach(files::add);
    } catch (NoSuchFileException e) {
      // Removed meanwhile.
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return files;
  }

  /** Gives back what reading has opened. */
  void close() {
    packs.values().forEach(Pack::close);
  }
}
