package org.pinklang.modules.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is still to be sent to a remote store. Each operation is atomic. */
final class Uploads {
  private Map<StoreKey, byte[]> waiting = new LinkedHashMap<>();
  private long bytes;

  /** Adds an entry in place of one with its key; gives how much waits in all. */
  synchronized long add(StoreKey key, byte[] content) {
    byte[] replaced = waiting.put(key, content);
    bytes += content.length - (replaced == null ? 0L : replaced.length);
    return bytes;
  }

  synchronized Optional<byte[]> find(StoreKey key) {
    return Optional.ofNullable(waiting.get(key));
  }

  /** All that waits, to be sent by the caller. */
  synchronized Map<StoreKey, byte[]> take() {
    Map<StoreKey, byte[]> taken = waiting;
    waiting = new LinkedHashMap<>();
    bytes = 0;
    return taken;
  }
}
