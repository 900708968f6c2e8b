package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes room in a store's folder: the entries go that were not read or written for the longest
 * time, and files that killed processes left unfinished. One process does it at a time. Only files
 * are removed whose names only a store gives, and no link is followed; that others add, replace and
 * remove files meanwhile does no harm.
 */
final class Eviction {
  private static final long HOUR_MILLIS = 60L * 60 * 1000;

  /** No file takes longer to write. */
  private static final long UNFINISHED_MILLIS = HOUR_MILLIS;

  /** A clock that is further ahead than this is wrong. */
  private static final long AHEAD_MILLIS = 24 * HOUR_MILLIS;

  private static final Pattern SHARD = Pattern.compile("[0-9a-f]{2}");
  private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{64}");
  private static final String UNFINISHED = ".tmp";

  private final StoreFolder folder;
  private final Disk disk;
  private final long maxBytes;
  private final Usage usage;

  Eviction(StoreFolder folder, Disk disk, long maxBytes, Usage usage) {
    this.folder = folder;
    this.disk = disk;
    this.maxBytes = maxBytes;
    this.usage = usage;
  }

  private record Entry(Path file, long bytes, long lastUsed, StoreKey.Space space) {
    /** Of two as old, a record goes before what it may name. */
    static final Comparator<Entry> OLDEST_FIRST =
        Comparator.comparingLong(Entry::lastUsed).thenComparing(Entry::space);
  }

  /** Counts what there is and removes what is too much, unless another process does so now. */
  void run() throws IOException {
    try (FileChannel channel = disk.openLock(folder.lock());
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        removeUnfinished();
        usage.set(shrink());
      }
    } catch (OverlappingFileLockException e) {
      // Another store of this process does it.
    }
  }

  /** Removes entries until an eighth is free, so that this is not needed again at once. */
  private long shrink() throws IOException {
    List<Entry> entries = entries();
    long total = entries.stream().mapToLong(Entry::bytes).sum();
    if (total <= maxBytes) {
      return total;
    }
    entries.sort(Entry.OLDEST_FIRST);
    long wanted = maxBytes - maxBytes / 8;
    for (Entry entry : entries) {
      if (total <= wanted) {
        break;
      }
      Files.deleteIfExists(entry.file());
      total -= entry.bytes();
    }
    return total;
  }

  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    long now = System.currentTimeMillis();
    for (StoreKey.Space space : StoreKey.Space.values()) {
      for (Path shard : filesOf(folder.root().resolve(space.folder()))) {
        if (SHARD.matcher(name(shard)).matches()) {
          addEntries(shard, space, now, entries);
        }
      }
    }
    return entries;
  }

  private static void addEntries(Path shard, StoreKey.Space space, long now, List<Entry> entries)
      throws IOException {
    for (Path file : filesOf(shard)) {
      String name = name(file);
      if (!ENTRY.matcher(name).matches() || !name.startsWith(name(shard))) {
        continue;
      }
      try {
        BasicFileAttributes attributes = attributes(file);
        if (attributes.isRegularFile()) {
          long used = attributes.lastModifiedTime().toMillis();
          long lastUsed = used > now + AHEAD_MILLIS ? Long.MIN_VALUE : used;
          entries.add(new Entry(file, attributes.size(), lastUsed, space));
        }
      } catch (NoSuchFileException e) {
        // Removed meanwhile.
      }
    }
  }

  /** Removes what processes were writing that do not live any more. */
  private void removeUnfinished() throws IOException {
    long oldest = System.currentTimeMillis() - UNFINISHED_MILLIS;
    for (Path file : filesOf(folder.unfinished())) {
      try {
        if (name(file).endsWith(UNFINISHED)
            && attributes(file).lastModifiedTime().toMillis() < oldest) {
          Files.deleteIfExists(file);
        }
      } catch (NoSuchFileException e) {
        // Finished meanwhile.
      }
    }
  }

  /** The files of a folder; none where it is a link or no folder. */
  private static List<Path> filesOf(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return files;
    }
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
      names.forEach(files::add);
    } catch (NoSuchFileException | NotDirectoryException e) {
      // Removed meanwhile.
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return files;
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
