package org.pinklang.modules.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a store's folder within its room: entries go that were not put or used for the longest
 * time; what stays of their packs is copied into a new one. Where packs are many, those of about
 * the same length become one. One process does it at a time; what others put while it does may be
 * lost, and nothing else. Until the new pack is whole, what is copied is there twice: for so long
 * that takes room beside what the entries have.
 */
final class Compaction {
  /** So many packs of one magnitude are one. */
  private static final int MANY = 8;

  private static final byte[] NOTHING = {};

  private static final int BITS_PER_MAGNITUDE = 3;

  /** No file takes longer to write. */
  private static final long UNFINISHED_MILLIS = 60L * 60 * 1000;

  private final StoreFolder folder;
  private final Disk disk;
  private final StoreClock clock;
  private final PackFolder packs;
  private final long maxBytes;

  Compaction(StoreFolder folder, Disk disk, StoreClock clock, PackFolder packs, long maxBytes) {
    this.folder = folder;
    this.disk = disk;
    this.clock = clock;
    this.packs = packs;
    this.maxBytes = maxBytes;
  }

  private record Live(Pack pack, PackEntry entry, @Nullable PackEntry use, long lastUsed) {
    /** Of two as young, a record goes before what it may name. */
    static final Comparator<Live> YOUNGEST_FIRST =
        Comparator.comparingLong(Live::lastUsed)
            .thenComparing(live -> live.entry().key().space())
            .reversed();
  }

  /**
   * Does what is needed, unless another process does so now.
   *
   * @return whether packs were replaced
   */
  boolean run() throws IOException {
    List<Pack> many = many();
    boolean isFull = packs.bytes() > maxBytes;
    if (!isFull && many.isEmpty()) {
      return false;
    }
    try (FileChannel channel = disk.openLock(folder.lock());
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        return false;
      }
      removeUnfinished();
      return isFull ? shrink() : replace(many, live(many));
    } catch (OverlappingFileLockException e) {
      return false; // another store of this process does it
    }
  }

  /** The packs of the first magnitude of which there are many. */
  private List<Pack> many() {
    SortedMap<Integer, List<Pack>> byMagnitude = new TreeMap<>();
    for (Pack pack : packs.packs()) {
      int bits = Long.SIZE - Long.numberOfLeadingZeros(pack.known() >>> 16);
      byMagnitude
          .computeIfAbsent(bits / BITS_PER_MAGNITUDE, magnitude -> new ArrayList<>())
          .add(pack);
    }
    return byMagnitude.values().stream()
        .filter(same -> same.size() >= MANY)
        .findFirst()
        .orElse(List.of());
  }

  /** The entries of packs that count, which nothing anywhere replaces. */
  private List<Live> live(List<Pack> of) {
    long now = clock.now();
    List<Live> live = new ArrayList<>();
    for (Pack pack : of) {
      for (PackEntry entry : pack.entries()) {
        PackFolder.Located last = packs.value(entry.key());
        if (entry.kind() != PackEntry.Kind.USE
            && last != null
            && last.pack() == pack
            && last.entry().stamp() == entry.stamp()) {
          live.add(live(pack, entry, now));
        }
      }
    }
    return live;
  }

  private Live live(Pack pack, PackEntry entry, long now) {
    PackEntry use = packs.use(entry.key());
    long put = StoreClock.believed(now, entry.stamp());
    long lastUsed = use == null ? put : Math.max(put, StoreClock.believed(now, use.stamp()));
    return new Live(pack, entry, use, lastUsed);
  }

  /** Removes entries until an eighth is free, so that this is not needed again at once. */
  private boolean shrink() throws IOException {
    List<Pack> before = packs.packs();
    List<Live> live = live(before);
    live.removeIf(entry -> entry.entry().kind() == PackEntry.Kind.ABSENT);
    live.sort(Live.YOUNGEST_FIRST);
    long room =
        live.stream().mapToLong(all -> all.entry().length()).sum() <= maxBytes
            ? maxBytes
            : maxBytes - maxBytes / 8;
    List<Live> kept = new ArrayList<>();
    for (Live entry : live) {
      room -= entry.entry().length();
      if (room < 0) {
        break;
      }
      kept.add(entry);
    }
    Set<Pack> whole = whole(before, kept);
    before.removeAll(whole);
    kept.removeIf(entry -> whole.contains(entry.pack()));
    return replace(before, kept);
  }

  /** The packs of which everything is kept. */
  private static Set<Pack> whole(List<Pack> before, List<Live> kept) {
    Map<Pack, Long> bytes = new HashMap<>();
    kept.forEach(live -> bytes.merge(live.pack(), (long) live.entry().length(), Long::sum));
    return before.stream()
        .filter(pack -> bytes.getOrDefault(pack, 0L) == pack.bytes())
        .collect(Collectors.toSet());
  }

  /** Puts one pack with some entries of others in their place. */
  private boolean replace(List<Pack> old, List<Live> kept) throws IOException {
    // As they were put: records come after the contents that they name.
    kept.sort(Comparator.comparingLong(live -> live.entry().stamp()));
    List<PackEntry> uses = usesElsewhere(old);
    Set<Pack> copied = kept.stream().map(Live::pack).collect(Collectors.toSet());
    List<Pack> spent = old.stream().filter(pack -> isSpent(pack, copied)).toList();
    remove(spent); // first, as their room may be needed
    if (!kept.isEmpty() || !uses.isEmpty()) {
      write(kept, uses);
    }
    remove(old.stream().filter(pack -> !spent.contains(pack)).toList());
    packs.refresh();
    return true;
  }

  /** Whether nothing of a pack is copied, and nothing in what is copied was replaced by it. */
  private static boolean isSpent(Pack pack, Set<Pack> copied) {
    return !copied.contains(pack)
        && pack.entries().stream()
            .filter(entry -> entry.kind() != PackEntry.Kind.USE)
            .noneMatch(entry -> copied.stream().anyMatch(other -> hasOlder(other, entry)));
  }

  private static boolean hasOlder(Pack pack, PackEntry entry) {
    PackEntry value = pack.value(entry.key());
    return value != null && value.stamp() < entry.stamp();
  }

  private void remove(List<Pack> old) throws IOException {
    for (Pack pack : old) {
      pack.close();
      disk.delete(pack.file());
      disk.delete(pack.indexFile());
    }
  }

  /** Writes a pack; leaves nothing of it where that fails. */
  private void write(List<Live> entries, List<PackEntry> uses) throws IOException {
    PackWriter writer = PackWriter.create(disk, folder.packs());
    try {
      copy(entries, writer);
      for (PackEntry use : uses) {
        writer.append(use.key(), PackEntry.Kind.USE, use.stamp(), NOTHING);
      }
      writer.force();
      writer.pack().writeIndex(disk, folder.newFile());
    } catch (IOException e) {
      writer.close();
      disk.deleteAfter(e, writer.pack().file());
      disk.deleteAfter(e, writer.pack().indexFile());
      throw e;
    } finally {
      writer.close();
    }
    disk.forceNames(folder.packs());
  }

  /** What packs say of the use of entries in packs that stay. */
  private List<PackEntry> usesElsewhere(List<Pack> old) {
    List<PackEntry> uses = new ArrayList<>();
    for (Pack pack : old) {
      for (PackEntry entry : pack.entries()) {
        PackFolder.Located value = packs.value(entry.key());
        if (entry.kind() == PackEntry.Kind.USE && value != null && !old.contains(value.pack())) {
          uses.add(entry);
        }
      }
    }
    return uses;
  }

  private void copy(List<Live> entries, PackWriter writer) throws IOException {
    for (Live live : entries) {
      PackEntry entry = live.entry();
      Optional<byte[]> bytes = live.pack().bytes(disk, entry);
      if (bytes.isPresent()) { // what is damaged is left behind
        writer.append(entry.key(), entry.kind(), entry.stamp(), bytes.get());
        if (live.use() != null) {
          writer.append(entry.key(), PackEntry.Kind.USE, live.use().stamp(), NOTHING);
        }
      }
    }
  }

  /** Removes what processes were writing that do not live any more. */
  private void removeUnfinished() throws IOException {
    long oldest = System.currentTimeMillis() - UNFINISHED_MILLIS;
    for (Path file : PackFolder.files(folder.packs())) {
      try {
        if (isLeft(file) && disk.attributes(file).lastModifiedTime().toMillis() < oldest) {
          disk.delete(file);
        }
      } catch (NoSuchFileException e) {
        // Finished meanwhile.
      }
    }
  }

  /** Whether nobody finds a file: it has no name yet, or is the index of a pack that is gone. */
  private boolean isLeft(Path file) {
    return StoreFolder.isUnfinished(file)
        || PackName.ofIndex(file)
            .map(name -> Files.notExists(name.pack(folder.packs()), LinkOption.NOFOLLOW_LINKS))
            .orElse(false);
  }
}
