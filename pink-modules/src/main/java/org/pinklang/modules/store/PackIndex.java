package org.pinklang.modules.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;

/**
 * Where the entries in the beginning of a pack are, as one array that is searched as it lies in its
 * file. It says nothing that the pack does not: where there is none, or a damaged one, the pack is
 * read through. Immutable.
 */
final class PackIndex {
  /** Of a pack of which nothing is known. */
  static final PackIndex EMPTY = new PackIndex(ByteBuffer.allocate(0), 0, 0, 0);

  private static final int MAGIC = 0x504B3269; // PK2i
  private static final int HEAD = 2 * Integer.BYTES + 2 * Long.BYTES + Integer.BYTES;
  private static final int SLOT = 2 + ContentHash.BYTES + 2 * Long.BYTES + 2 * Integer.BYTES;
  private static final int KEY = 1 + ContentHash.BYTES;
  private static final StoreKey.Space[] SPACES = StoreKey.Space.values();
  private static final PackEntry.Kind[] KINDS = PackEntry.Kind.values();

  private final ByteBuffer slots;
  private final int count;
  private final long covered;
  private final long bytes;

  private PackIndex(ByteBuffer slots, int count, long covered, long bytes) {
    this.slots = slots;
    this.count = count;
    this.covered = covered;
    this.bytes = bytes;
  }

  /** How much of the pack this is about, from its beginning. */
  long covered() {
    return covered;
  }

  /** How many bytes all entries there have together, also those that later ones replace. */
  long bytes() {
    return bytes;
  }

  /**
   * The file of an index.
   *
   * @param entries of which each key has at most one of each sort
   */
  static byte[] encode(PackName pack, Collection<PackEntry> entries, long covered, long bytes) {
    List<byte[]> slots = new ArrayList<>(entries.size());
    entries.forEach(entry -> slots.add(slot(entry)));
    slots.sort((one, other) -> Arrays.compareUnsigned(one, 0, KEY, other, 0, KEY));
    ByteBuffer file = ByteBuffer.allocate(HEAD + Math.multiplyExact(slots.size(), SLOT));
    file.putInt(MAGIC).putInt(slots.size()).putLong(covered).putLong(bytes).putInt(0);
    slots.forEach(file::put);
    file.putInt(HEAD - Integer.BYTES, checksum(pack, file.flip()));
    return file.array();
  }

  private static byte[] slot(PackEntry entry) {
    return ByteBuffer.allocate(SLOT)
        .put(sort(entry.key(), entry.kind() == PackEntry.Kind.USE))
        .put(entry.key().hash().value())
        .put((byte) entry.kind().ordinal())
        .putLong(entry.stamp())
        .putLong(entry.position())
        .putInt(entry.length())
        .putInt(entry.checksum())
        .array();
  }

  private static byte sort(StoreKey key, boolean use) {
    return (byte) (2 * key.space().ordinal() + (use ? 1 : 0));
  }

  /** The sum over the file, in which the place of the sum itself counts as zero. */
  private static int checksum(PackName pack, ByteBuffer file) {
    int head = pack.checksum(file.duplicate().limit(HEAD - Integer.BYTES));
    return 31 * head + pack.checksum(file.duplicate().position(HEAD));
  }

  /** The index in a file; empty where it is not what {@link #encode} gave for the pack. */
  static PackIndex decode(PackName pack, byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    if (file.length < HEAD || in.getInt(0) != MAGIC) {
      return EMPTY;
    }
    if (in.getInt(HEAD - Integer.BYTES) != checksum(pack, in)) {
      return EMPTY;
    }
    int count = in.getInt(Integer.BYTES);
    long covered = in.getLong(2 * Integer.BYTES);
    long bytes = in.getLong(2 * Integer.BYTES + Long.BYTES);
    boolean sound = count >= 0 && (long) count * SLOT == file.length - HEAD && covered >= 0;
    return sound ? new PackIndex(in.position(HEAD).slice(), count, covered, bytes) : EMPTY;
  }

  /** What is said of a key; null for nothing. */
  @Nullable PackEntry find(StoreKey key, boolean use) {
    if (count == 0) {
      return null;
    }
    byte[] wanted = ByteBuffer.allocate(KEY).put(sort(key, use)).put(key.hash().value()).array();
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = slots.arrayOffset() + middle * SLOT;
      int order = Arrays.compareUnsigned(slots.array(), at, at + KEY, wanted, 0, KEY);
      if (order == 0) {
        return entry(middle);
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  void forEach(Consumer<PackEntry> each) {
    for (int i = 0; i < count; i++) {
      each.accept(entry(i));
    }
  }

  private PackEntry entry(int number) {
    ByteBuffer in = slots.duplicate().position(number * SLOT);
    StoreKey.Space space = SPACES[in.get() >> 1 & 1];
    byte[] hash = new byte[ContentHash.BYTES];
    in.get(hash);
    PackEntry.Kind kind = KINDS[Math.min(in.get() & 3, KINDS.length - 1)];
    StoreKey key = new StoreKey(space, ContentHash.ofValue(hash));
    return new PackEntry(key, kind, in.getLong(), in.getLong(), in.getInt(), in.getInt());
  }
}
