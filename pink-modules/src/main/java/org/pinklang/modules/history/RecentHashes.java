package org.pinklang.modules.history;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;

/**
 * Hashes of arrays that were asked for a moment ago: what was generated for a group of functions
 * often is the whole object, and is kept as both. Safe for any number of threads.
 */
final class RecentHashes {
  private static final int SLOTS = 32;

  private final AtomicReferenceArray<@Nullable Hashed> recent = new AtomicReferenceArray<>(SLOTS);

  @SuppressWarnings("ArrayRecordComponent") // Compared by identity.
  private record Hashed(byte[] bytes, ContentHash hash) {}

  /** The hash of bytes, which nobody changes any more. */
  ContentHash of(byte[] bytes) {
    int slot = System.identityHashCode(bytes) % SLOTS;
    Hashed known = recent.get(slot);
    if (known != null && known.bytes() == bytes) {
      return known.hash();
    }
    ContentHash hash = ContentHash.of(bytes);
    recent.set(slot, new Hashed(bytes, hash));
    return hash;
  }
}
