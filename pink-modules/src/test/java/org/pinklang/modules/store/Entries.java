package org.pinklang.modules.store;

import java.nio.ByteBuffer;
import java.util.Random;
import org.pinklang.frontend.source.ContentHash;

/** Keys and bytes for tests. */
final class Entries {
  private Entries() {}

  /** As many bytes, which differ for each seed. */
  static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static StoreKey contentKey(byte[] bytes) {
    return StoreKey.content(ContentHash.of(bytes));
  }

  /** The key of the record that answers a numbered question. */
  static StoreKey recordKey(long question) {
    return StoreKey.action(
        ContentHash.of(ByteBuffer.allocate(Long.BYTES).putLong(question).array()));
  }
}
