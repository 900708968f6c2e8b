package org.pinklang.modules.store;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.pinklang.frontend.source.ContentHash;

/** Any number of threads use a memory store with little room as if one at a time. */
@Param(name = "key", gen = IntGen.class, conf = "0:2")
@Param(name = "length", gen = IntGen.class, conf = "1:3")
public class MemoryStoreInterleavings {
  private static final StoreKey[] KEYS = {key(0), key(1), key(2)};

  private final MemoryStore store = new MemoryStore(4);

  private static StoreKey key(int number) {
    return StoreKey.action(ContentHash.of(new byte[] {(byte) number}));
  }

  @Operation
  public void put(@Param(name = "key") int key, @Param(name = "length") int length) {
    store.put(KEYS[key], new byte[length]);
  }

  /** The length of what is held, 0 for nothing. */
  @Operation
  public int get(@Param(name = "key") int key) {
    return store.get(KEYS[key]).map(bytes -> bytes.length).orElse(0);
  }

  @Operation
  public long bytes() {
    return store.bytes();
  }

  @Test
  void everyInterleavingIsAsIfOneAtATime() {
    new ModelCheckingOptions()
        .iterations(5)
        .invocationsPerIteration(100)
        .threads(2)
        .actorsPerThread(2)
        .check(getClass());
  }

  @Test
  void underStressItIsAsIfOneAtATime() {
    new StressOptions()
        .iterations(5)
        .invocationsPerIteration(100)
        .threads(2)
        .actorsPerThread(2)
        .check(getClass());
  }
}
