package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of entries, one after the other, to which one process appends. What its {@link PackIndex}
 * does not cover is read through. Any number of threads may find and read; {@link #refresh} and
 * {@link #add} are for one at a time, and only {@code add} for one while others find.
 */
final class Pack {
  private final Path folder;
  private final PackName name;
  private final boolean own;
  private final Map<StoreKey, PackEntry> values = new ConcurrentHashMap<>();
  private final Map<StoreKey, PackEntry> uses = new ConcurrentHashMap<>();
  private PackIndex index = PackIndex.EMPTY;
  private volatile long size;
  private volatile long known;
  private volatile long addedBytes;
  private @Nullable FileChannel channel;

  /**
   * A pack of which nothing is known yet.
   *
   * @param own whether only this process appends to it
   */
  Pack(Path folder, PackName name, boolean own) {
    this.folder = folder;
    this.name = name;
    this.own = own;
  }

  PackName name() {
    return name;
  }

  Path file() {
    return name.pack(folder);
  }

  Path indexFile() {
    return name.index(folder);
  }

  /** How many bytes its entries have, also those that later ones replace. */
  long bytes() {
    return index.bytes() + addedBytes;
  }

  /** How far it is known what it holds. */
  long known() {
    return known;
  }

  /** Whether there are entries that the index does not have. */
  boolean hasUnindexed() {
    return known > index.covered();
  }

  /**
   * Whether others have appended since the last refresh. Who appends begins without an index: what
   * is appended to a pack that was found with a whole one is seen at the next refresh, so that a
   * miss asks the system about few packs.
   */
  boolean isGrown(Disk disk) throws IOException {
    return !own && size > index.covered() && disk.size(file()) != size;
  }

  /** Learns what was appended since. */
  void refresh(Disk disk) throws IOException {
    size = disk.size(file());
    if (known == 0) {
      index = readIndex(disk);
      known = index.covered();
    }
    if (size > known) {
      known = new PackScan(disk, this, size).run(known, this::note);
    }
  }

  private PackIndex readIndex(Disk disk) throws IOException {
    try {
      PackIndex found = PackIndex.decode(name, disk.readAll(indexFile()));
      return found.covered() <= size ? found : PackIndex.EMPTY;
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      return PackIndex.EMPTY; // none, or none for this user: the pack says the same
    }
  }

  private void note(PackEntry entry) {
    Map<StoreKey, PackEntry> said = entry.kind() == PackEntry.Kind.USE ? uses : values;
    said.merge(entry.key(), entry, Pack::later);
    addedBytes += entry.length();
  }

  private static PackEntry later(PackEntry one, PackEntry other) {
    return other.stamp() >= one.stamp() ? other : one;
  }

  /** Takes note of what was appended by this process. */
  void add(PackEntry entry) {
    note(entry);
    known = entry.end();
    size = Math.max(size, known);
  }

  /** The value of a key, or that there is none; null where nothing is said. */
  @Nullable PackEntry value(StoreKey key) {
    return PackEntry.later(index.find(key, false), values.get(key));
  }

  /** When the value of a key was used last; null where nothing is said. */
  @Nullable PackEntry use(StoreKey key) {
    return PackEntry.later(index.find(key, true), uses.get(key));
  }

  /** The entries, without those that others here replace. */
  List<PackEntry> entries() {
    Map<StoreKey, PackEntry> allValues = new HashMap<>();
    Map<StoreKey, PackEntry> allUses = new HashMap<>();
    Consumer<PackEntry> collect =
        entry ->
            (entry.kind() == PackEntry.Kind.USE ? allUses : allValues)
                .merge(entry.key(), entry, Pack::later);
    index.forEach(collect);
    values.values().forEach(collect);
    uses.values().forEach(collect);
    List<PackEntry> all = new ArrayList<>(allValues.values());
    all.addAll(allUses.values());
    return all;
  }

  /** Writes down where everything is that is known. */
  void writeIndex(Disk disk, Path unfinished) throws IOException {
    Collection<PackEntry> entries = entries();
    long covered = known;
    byte[] file = PackIndex.encode(name, entries, covered, bytes());
    try {
      disk.create(unfinished, file);
      disk.rename(unfinished, indexFile());
    } catch (IOException e) {
      disk.deleteAfter(e, unfinished);
      throw e;
    }
    index = PackIndex.decode(name, file);
    addedBytes = 0;
    values.clear();
    uses.clear();
  }

  /**
   * The bytes of an entry.
   *
   * @return empty where others lie there now
   */
  Optional<byte[]> bytes(Disk disk, PackEntry entry) throws IOException {
    if (entry.end() > size) {
      return Optional.empty();
    }
    byte[] bytes = read(disk, entry.position(), entry.length());
    return entry.isOf(bytes) ? Optional.of(bytes) : Optional.empty();
  }

  /** The bytes at a place; fewer where the pack ends. */
  byte[] read(Disk disk, long place, int length) throws IOException {
    while (true) {
      try {
        return disk.read(channel(disk), place, length);
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (ClosedChannelException e) {
        // Another thread that was reading was interrupted, which closes the channel for all.
      }
    }
  }

  private synchronized FileChannel channel(Disk disk) throws IOException {
    FileChannel open = channel;
    if (open == null || !open.isOpen()) {
      open = disk.openToRead(file());
      channel = open;
    }
    return open;
  }

  /** Gives back what reading has opened. */
  synchronized void close() {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      Disk.closeQuietly(open);
    }
  }
}
