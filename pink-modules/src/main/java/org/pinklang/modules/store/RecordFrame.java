package org.pinklang.modules.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.frontend.source.HashWriter;

/**
 * What a record is stored in: a magic number, the version of the frame, the SHA-256 of the key and
 * the record, and the record. The key is part of it because a record is right under its own key
 * only.
 */
final class RecordFrame {
  private static final int MAGIC = 0x504B5243; // PKRC
  private static final int VERSION = 1;
  private static final int HEAD = 2 * Integer.BYTES;

  /** How much larger a frame is than its record. */
  static final int OVERHEAD = HEAD + ContentHash.BYTES;

  private RecordFrame() {}

  /** A record as it is stored under a key. */
  static byte[] close(ContentHash key, byte[] record) {
    return ByteBuffer.allocate(Math.addExact(OVERHEAD, record.length))
        .putInt(MAGIC)
        .putInt(VERSION)
        .put(digest(key, record))
        .put(record)
        .array();
  }

  /** The record of a frame; empty where this is not what {@link #close} gave for the key. */
  static Optional<byte[]> open(ContentHash key, byte[] frame) {
    if (frame.length < OVERHEAD) {
      return Optional.empty();
    }
    ByteBuffer head = ByteBuffer.wrap(frame);
    if (head.getInt() != MAGIC || head.getInt() != VERSION) {
      return Optional.empty();
    }
    byte[] record = Arrays.copyOfRange(frame, OVERHEAD, frame.length);
    boolean sound = Arrays.equals(frame, HEAD, OVERHEAD, digest(key, record), 0, ContentHash.BYTES);
    return sound ? Optional.of(record) : Optional.empty();
  }

  private static byte[] digest(ContentHash key, byte[] record) {
    return new HashWriter().hash(key).hash(ContentHash.of(record)).finish().value();
  }
}
