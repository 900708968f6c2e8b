package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds and puts entries in the packs of a folder. Safe for any number of threads: finding and
 * appending go on at the same time, what changes which packs there are goes alone.
 */
final class Packs {
  /** A pack that is as long as this gets no further entries. */
  private static final long PACK_BYTES = 32L << 20;

  /** So long an own pack is believed to be there without looking. */
  private static final long BELIEVED_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final byte[] NOTHING = {};

  private final StoreFolder folder;
  private final Disk disk;
  private final StoreClock clock;
  private final PackFolder all;
  private final Compaction compaction;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Object appending = new Object();

  /** Those of this process, the last of which it appends to. */
  private final List<PackWriter> own = new ArrayList<>();

  private final Set<PackFolder.Located> damaged = ConcurrentHashMap.newKeySet();
  private final Map<StoreKey, Long> uses = new ConcurrentHashMap<>();

  /** What was put since it was looked how much there is. */
  private final AtomicLong unlooked = new AtomicLong();

  private long lastStamp;
  private long lastSeenThere;
  private volatile boolean namesUnforced;

  Packs(StoreFolder folder, Disk disk, StoreClock clock, long maxBytes) {
    this.folder = folder;
    this.disk = disk;
    this.clock = clock;
    this.all = new PackFolder(folder.packs(), disk);
    this.compaction = new Compaction(folder, disk, clock, all, maxBytes);
  }

  private interface Step<T> {
    T take() throws IOException;
  }

  private <T> T shared(Step<T> step) throws IOException {
    lock.readLock().lock();
    try {
      return step.take();
    } finally {
      lock.readLock().unlock();
    }
  }

  private <T> T alone(Step<T> step) throws IOException {
    lock.writeLock().lock();
    try {
      return step.take();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The bytes put last under a key, as far as is known; before a miss others are looked at. */
  Optional<byte[]> get(StoreKey key) throws IOException {
    Optional<byte[]> found = shared(() -> read(key));
    if (found.isPresent() || !shared(all::isChanged)) {
      return found;
    }
    alone(
        () -> {
          refresh();
          return NOTHING;
        });
    return shared(() -> read(key));
  }

  private void refresh() throws IOException {
    all.refresh();
    if (all.packs().isEmpty() && !Files.isDirectory(folder.root())) {
      folder.forget(); // somebody has removed the store
    }
  }

  private Optional<byte[]> read(StoreKey key) throws IOException {
    PackFolder.Located found = all.value(key);
    if (found == null || found.entry().kind() != PackEntry.Kind.VALUE) {
      return Optional.empty();
    }
    Optional<byte[]> bytes = bytes(found);
    if (bytes.isPresent()) {
      noteUse(key, found.entry());
    }
    return bytes;
  }

  private Optional<byte[]> bytes(PackFolder.Located found) throws IOException {
    if (damaged.contains(found)) {
      return Optional.empty();
    }
    try {
      Optional<byte[]> bytes = found.pack().bytes(disk, found.entry());
      if (bytes.isEmpty()) {
        damaged.add(found);
      }
      return bytes;
    } catch (NoSuchFileException | AccessDeniedException e) {
      return Optional.empty(); // another has removed the pack, or keeps it for itself
    }
  }

  private void noteUse(StoreKey key, PackEntry entry) {
    long now = clock.now();
    if (StoreClock.isWorthNoting(now, entry.stamp())) {
      PackEntry use = all.use(key);
      if (use == null || StoreClock.isWorthNoting(now, use.stamp())) {
        uses.put(key, now);
      }
    }
  }

  /** Appends an entry, unless it is content that is there. */
  void put(StoreKey key, byte[] bytes) throws IOException {
    PackWriter writer = writer();
    shared(
        () -> {
          if (key.space() == StoreKey.Space.ACTION || !isThere(key, bytes)) {
            append(writer, key, PackEntry.Kind.VALUE, bytes);
            unlooked.addAndGet(bytes.length);
          }
          return NOTHING;
        });
  }

  private boolean isThere(StoreKey key, byte[] bytes) throws IOException {
    PackFolder.Located found = all.value(key);
    return found != null && found.entry().isOf(bytes) && bytes(found).isPresent();
  }

  /** Lets there be nothing under a key. */
  void remove(StoreKey key) throws IOException {
    if (get(key).isPresent()) {
      PackWriter writer = writer();
      shared(
          () -> {
            append(writer, key, PackEntry.Kind.ABSENT, NOTHING);
            return NOTHING;
          });
    }
  }

  private void append(PackWriter writer, StoreKey key, PackEntry.Kind kind, byte[] bytes)
      throws IOException {
    PackFolder.Located before = all.value(key);
    long last = before == null ? 0 : before.entry().stamp();
    synchronized (appending) {
      if (!own.contains(writer)) {
        return; // removed to make room since it was found
      }
      lastStamp = Math.max(clock.now(), lastStamp + 1);
      // Where a clock was wrong, what it has stamped is put later by this and nothing else is.
      writer.append(key, kind, Math.max(lastStamp, last + 1), bytes);
    }
  }

  /** The pack to append to, which is there: others may have removed it to make room. */
  private PackWriter writer() throws IOException {
    PackWriter last;
    long now = System.nanoTime();
    synchronized (appending) {
      last = lastOwn();
      if (last != null && now - lastSeenThere < BELIEVED_NANOS) {
        return last;
      }
    }
    return alone(() -> writerFoundThere());
  }

  private @Nullable PackWriter lastOwn() {
    PackWriter last = own.isEmpty() ? null : own.getLast();
    return last == null || last.pack().known() >= PACK_BYTES ? null : last;
  }

  private PackWriter writerFoundThere() throws IOException {
    synchronized (appending) {
      if (closeWhere(writer -> !Files.exists(writer.pack().file(), LinkOption.NOFOLLOW_LINKS))) {
        folder.forget();
        all.refresh();
      }
      PackWriter last = lastOwn();
      if (last == null) {
        last = begin();
      }
      lastSeenThere = System.nanoTime();
      return last;
    }
  }

  /** Ends the use of some of the own packs; says whether there were any. */
  private boolean closeWhere(Predicate<PackWriter> gone) {
    List<PackWriter> closed = own.stream().filter(gone).toList();
    closed.forEach(PackWriter::close);
    return own.removeAll(closed);
  }

  private PackWriter begin() throws IOException {
    folder.prepare();
    all.refresh();
    PackWriter writer = PackWriter.create(disk, folder.packs());
    own.add(writer);
    all.add(writer.pack());
    namesUnforced = true;
    return writer;
  }

  /** Appends what was noted of uses. */
  void noteUses() throws IOException {
    if (uses.isEmpty()) {
      return;
    }
    PackWriter writer = writer();
    alone(
        () -> {
          synchronized (appending) {
            if (!own.contains(writer)) {
              return NOTHING; // removed to make room since it was found
            }
            for (Map.Entry<StoreKey, Long> use : Map.copyOf(uses).entrySet()) {
              writer.append(use.getKey(), PackEntry.Kind.USE, use.getValue(), NOTHING);
              uses.remove(use.getKey());
            }
          }
          return NOTHING;
        });
  }

  boolean isUnforced() {
    synchronized (appending) {
      return own.stream().anyMatch(writer -> !writer.isForced());
    }
  }

  /** Forces what was put to disk and writes the indexes of packs that have none. */
  void force() throws IOException {
    List<PackWriter> writers;
    synchronized (appending) {
      writers = own.stream().filter(writer -> !writer.isForced()).toList();
    }
    for (PackWriter writer : writers) {
      try {
        writer.force();
      } catch (NoSuchFileException e) {
        // Somebody needed the room, or has removed the store.
      }
    }
    if (namesUnforced) {
      namesUnforced = false; // claimed first, as packs are
      disk.forceNames(folder.packs());
    }
  }

  /** Removes what is too much, and puts many small packs together. */
  void makeRoom() throws IOException {
    noteUses();
    alone(
        () -> {
          synchronized (appending) {
            unlooked.set(0);
            all.refresh();
            writeIndexes();
            if (compaction.run()) {
              List<Pack> packs = all.packs();
              closeWhere(writer -> !packs.contains(writer.pack()));
            }
          }
          return NOTHING;
        });
  }

  private void writeIndexes() throws IOException {
    for (Pack pack : all.packs()) {
      if (pack.hasUnindexed()) {
        try {
          pack.writeIndex(disk, folder.newFile());
        } catch (NoSuchFileException e) {
          return; // somebody is removing the store
        }
      }
    }
  }

  /** How much was put since {@link #makeRoom}. */
  long unlooked() {
    return unlooked.get();
  }

  /** Gives back what was opened. */
  void close() {
    lock.writeLock().lock();
    try {
      synchronized (appending) {
        own.forEach(PackWriter::close);
        own.removeIf(writer -> writer != own.getLast() && writer.isForced());
        lastSeenThere = System.nanoTime() - BELIEVED_NANOS;
      }
      all.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
