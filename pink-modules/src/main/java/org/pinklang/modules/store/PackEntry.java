package org.pinklang.modules.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;

/**
 * What a pack says about a key at one place. Before its bytes lies a head of {@link #HEAD_BYTES}
 * with checksums of both; the head's is also of the pack's name, so that nothing else looks like
 * one.
 *
 * @param stamp microseconds since 1970, later for what was put later under the key
 * @param position where the bytes begin in the pack
 * @param length how many there are; none but for {@link Kind#VALUE}
 * @param checksum CRC-32C of the bytes
 */
record PackEntry(StoreKey key, Kind kind, long stamp, long position, int length, int checksum) {

  /** What is said. */
  enum Kind {
    /** The bytes are these. */
    VALUE,
    /** There are none: they had no room. */
    ABSENT,
    /** The bytes, wherever they are, were used at the time of the stamp. */
    USE
  }

  static final int HEAD_BYTES = 60;

  private static final int MAGIC = 0x504B3265; // PK2e
  private static final StoreKey.Space[] SPACES = StoreKey.Space.values();
  private static final Kind[] KINDS = Kind.values();

  /** The entry for bytes that are put at a place. */
  static PackEntry of(StoreKey key, Kind kind, long stamp, long position, byte[] bytes) {
    return new PackEntry(key, kind, stamp, position, bytes.length, checksum(bytes));
  }

  static int checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, bytes.length);
    return (int) sum.getValue();
  }

  /** Where the next head may lie. */
  long end() {
    return position + length;
  }

  /** Whether these are the bytes. */
  boolean isOf(byte[] bytes) {
    return bytes.length == length && checksum(bytes) == checksum;
  }

  /** Of two that say the same kind of thing of one key, the one that counts. */
  static @Nullable PackEntry later(@Nullable PackEntry one, @Nullable PackEntry other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.stamp > one.stamp ? other : one;
  }

  /** Writes the head. */
  void writeHead(ByteBuffer out, PackName pack) {
    int start = out.position();
    out.putInt(MAGIC)
        .put((byte) key.space().ordinal())
        .put((byte) kind.ordinal())
        .putShort((short) 0);
    out.putInt(length).putLong(stamp).putInt(checksum).put(key.hash().value());
    out.putInt(pack.checksum(out.duplicate().flip().position(start)));
  }

  /**
   * Reads a head.
   *
   * @param in has at least {@link #HEAD_BYTES} left, and is after them if there is a head
   * @param place of the head in the pack
   * @return null where there is no head; the position of {@code in} is as it was then
   */
  static @Nullable PackEntry readHead(ByteBuffer in, PackName pack, long place) {
    int start = in.position();
    if (in.getInt(start) != MAGIC || !isSound(in, pack)) {
      return null;
    }
    StoreKey.Space space = SPACES[in.get(start + 4)];
    Kind kind = KINDS[in.get(start + 5)];
    in.position(start + 8);
    int length = in.getInt();
    long stamp = in.getLong();
    int checksum = in.getInt();
    byte[] hash = new byte[ContentHash.BYTES];
    in.get(hash).position(start + HEAD_BYTES);
    StoreKey key = new StoreKey(space, ContentHash.ofValue(hash));
    return new PackEntry(key, kind, stamp, place + HEAD_BYTES, length, checksum);
  }

  private static boolean isSound(ByteBuffer in, PackName pack) {
    int start = in.position();
    int end = start + HEAD_BYTES - Integer.BYTES;
    return in.getInt(end) == pack.checksum(in.duplicate().limit(end))
        && in.getInt(start + 8) >= 0
        && Byte.toUnsignedInt(in.get(start + 4)) < SPACES.length
        && Byte.toUnsignedInt(in.get(start + 5)) < KINDS.length;
  }
}
