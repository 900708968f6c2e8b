package org.pinklang.modules.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.pinklang.frontend.source.ContentHash;

/**
 * What a record is stored in: a magic number, the version of the frame, the CRC-32C of the key and
 * the record, and the record. The key is part of it because a record is right under its own key
 * only.
 */
final class RecordFrame {
  private static final int MAGIC = 0x504B5243; // PKRC
  private static final int VERSION = 2;
  private static final int HEAD = 2 * Integer.BYTES;

  /** How much larger a frame is than its record. */
  static final int OVERHEAD = HEAD + Integer.BYTES;

  private RecordFrame() {}

  /** A record as it is stored under a key. */
  static byte[] close(ContentHash key, byte[] record) {
    return ByteBuffer.allocate(Math.addExact(OVERHEAD, record.length))
        .putInt(MAGIC)
        .putInt(VERSION)
        .putInt(checksum(key, ByteBuffer.wrap(record)))
        .put(record)
        .array();
  }

  /** The record of a frame; empty where this is not what {@link #close} gave for the key. */
  static Optional<byte[]> open(ContentHash key, byte[] frame) {
    if (frame.length < OVERHEAD) {
      return Optional.empty();
    }
    ByteBuffer head = ByteBuffer.wrap(frame);
    boolean sound =
        head.getInt() == MAGIC
            && head.getInt() == VERSION
            && head.getInt() == checksum(key, head.slice(OVERHEAD, frame.length - OVERHEAD));
    return sound
        ? Optional.of(Arrays.copyOfRange(frame, OVERHEAD, frame.length))
        : Optional.empty();
  }

  private static int checksum(ContentHash key, ByteBuffer record) {
    CRC32C sum = new CRC32C();
    sum.update(key.value());
    sum.update(record);
    return (int) sum.getValue();
  }
}
