package org.pinklang.modules.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.pinklang.frontend.source.ContentHash;

/**
 * Copies of the records that the last build of a program used, in one entry of a store: reading one
 * file is faster than reading two for each unit. A copy may be older than the record itself, and is
 * as true. Safe for any number of threads.
 */
final class RecordPack {
  /** A pack is written again when more than one in so many records has no copy in it. */
  private static final int STALE_SHARE = 16;

  private final Map<ContentHash, byte[]> copies;
  private final Map<ContentHash, byte[]> used = new ConcurrentHashMap<>();

  private RecordPack(Map<ContentHash, byte[]> copies) {
    this.copies = copies;
  }

  /** A pack with nothing in it. */
  static RecordPack empty() {
    return new RecordPack(Map.of());
  }

  /**
   * The pack that some bytes hold.
   *
   * @throws MalformedRecordException if they hold none
   */
  static RecordPack decode(byte[] bytes) {
    RecordReader in = new RecordReader(bytes);
    Map<ContentHash, byte[]> copies = new HashMap<>();
    in.list(() -> copies.put(in.hash(), in.bytes()));
    return new RecordPack(copies);
  }

  /** The copy of a record. */
  Optional<byte[]> find(ContentHash key) {
    Optional<byte[]> copy = Optional.ofNullable(copies.get(key));
    copy.ifPresent(bytes -> used.put(key, bytes));
    return copy;
  }

  /** Says that a record was found elsewhere or made, and is now this. */
  void use(ContentHash key, byte[] record) {
    used.put(key, record);
  }

  /** Whether so many records have been used of which this has no copy that a new one is wanted. */
  boolean isStale() {
    long missing =
        used.entrySet().stream()
            .filter(entry -> !Arrays.equals(entry.getValue(), copies.get(entry.getKey())))
            .count();
    return missing > used.size() / STALE_SHARE;
  }

  /** The records that were used, as bytes: the same for the same records. */
  byte[] encode() {
    RecordWriter out = new RecordWriter();
    out.list(
        new TreeMap<>(used).entrySet(),
        entry -> {
          out.hash(entry.getKey());
          out.bytes(entry.getValue());
        });
    return out.toByteArray();
  }
}
