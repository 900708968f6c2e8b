package org.pinklang.modules.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.pinklang.frontend.source.ContentHash;

/**
 * Trusts a store for nothing. Contents are compared with their hash at every read, unless the store
 * does as much itself; records go into the store in a {@link RecordFrame frame} and come out of it
 * verified. What is damaged is a miss, as is what a store answers that throws or returns null: the
 * caller makes it anew and puts it, which replaces it.
 */
public final class CheckedStore implements Store {
  private final Store store;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder damaged = new LongAdder();
  private final LongAdder puts = new LongAdder();
  private final LongAdder bytesRead = new LongAdder();
  private final LongAdder bytesWritten = new LongAdder();

  /**
   * What happened so far.
   *
   * @param hits reads that gave bytes
   * @param misses reads that gave none, the damaged ones among them
   * @param damaged reads of which the store gave bytes that were not what was put
   * @param puts entries given to the store
   * @param bytesRead the size of the hits
   * @param bytesWritten the size of the puts
   */
  public record Counts(
      long hits, long misses, long damaged, long puts, long bytesRead, long bytesWritten) {}

  /** Checks what a store answers; the store stays the caller's. */
  public CheckedStore(Store store) {
    this.store = GuardedStore.of(store);
  }

  @Override
  public Optional<byte[]> get(StoreKey key) {
    Optional<byte[]> stored = store.get(key);
    Optional<byte[]> sound = stored.flatMap(bytes -> verified(key, bytes));
    if (sound.isPresent()) {
      hits.increment();
      bytesRead.add(sound.get().length);
    } else {
      misses.increment();
      if (stored.isPresent()) {
        damaged.increment();
      }
    }
    return sound;
  }

  private Optional<byte[]> verified(StoreKey key, byte[] bytes) {
    return switch (key.space()) {
      case ACTION -> RecordFrame.open(key.hash(), bytes);
      case CONTENT ->
          store.verifies() || ContentHash.of(bytes).equals(key.hash())
              ? Optional.of(bytes)
              : Optional.empty();
    };
  }

  @Override
  public void put(StoreKey key, byte[] bytes) {
    if (!store.keeps()) {
      return;
    }
    puts.increment();
    bytesWritten.add(bytes.length);
    store.put(
        key,
        switch (key.space()) {
          case ACTION -> RecordFrame.close(key.hash(), bytes);
          case CONTENT -> bytes;
        });
  }

  @Override
  public Optional<Path> folder() {
    return store.folder();
  }

  @Override
  public boolean keeps() {
    return store.keeps();
  }

  @Override
  public void flush() {
    store.flush();
  }

  @Override
  public Optional<String> trouble() {
    return store.trouble();
  }

  /** What happened so far; approximate while other threads use the store. */
  public Counts counts() {
    return new Counts(
        hits.sum(), misses.sum(), damaged.sum(), puts.sum(), bytesRead.sum(), bytesWritten.sum());
  }
}
