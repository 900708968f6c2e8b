package org.pinklang.modules.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A store in the process. Where an entry finds no room, those go that were not put or got for the
 * longest time. Each operation is atomic.
 */
public final class MemoryStore implements Store {
  private final long maxBytes;
  private final Map<StoreKey, byte[]> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * An empty store.
   *
   * @param maxBytes how much the entries may have in all, at least 1
   */
  public MemoryStore(long maxBytes) {
    this.maxBytes = StoreLimits.checked(maxBytes);
  }

  @Override
  public boolean verifies() {
    return true;
  }

  @Override
  public synchronized Optional<byte[]> get(StoreKey key) {
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public synchronized void put(StoreKey key, byte[] content) {
    byte[] replaced = entries.remove(key);
    if (replaced != null) {
      bytes -= replaced.length;
    }
    if (content.length > maxBytes) {
      return;
    }
    entries.put(key, content);
    bytes += content.length;
    Iterator<byte[]> oldest = entries.values().iterator();
    while (bytes > maxBytes) {
      bytes -= oldest.next().length;
      oldest.remove();
    }
  }

  /** How much the entries have in all; at most what the store was made for. */
  public synchronized long bytes() {
    return bytes;
  }

  /** How many entries there are. */
  public synchronized int size() {
    return entries.size();
  }
}
