package org.pinklang.modules.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CheckedStoreProperties {
  private static final StoreKey RECORD = Entries.recordKey(1);

  /** A store whose entries tests can spoil. */
  private static final class OpenStore implements Store {
    final Map<StoreKey, byte[]> entries = new HashMap<>();

    @Override
    public Optional<byte[]> get(StoreKey key) {
      return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void put(StoreKey key, byte[] bytes) {
      entries.put(key, bytes);
    }

    void spoil(StoreKey key, UnaryOperator<byte[]> damage) {
      entries.computeIfPresent(key, (same, bytes) -> damage.apply(bytes.clone()));
    }
  }

  private final OpenStore open = new OpenStore();
  private final CheckedStore store = new CheckedStore(open);

  @Property(tries = 100)
  void whatWasPutComesBack(@ForAll byte[] bytes) {
    for (StoreKey key : new StoreKey[] {RECORD, Entries.contentKey(bytes)}) {
      store.put(key, bytes);
      assertThat(store.get(key)).hasValue(bytes);
    }
    assertThat(store.counts().damaged()).isZero();
  }

  @Property(tries = 300)
  void aFlippedBitIsAMissUntilTheEntryIsPutAgain(
      @ForAll @Size(min = 1, max = 40) byte[] bytes, @ForAll @IntRange(max = 1 << 20) int where) {
    long before = store.counts().damaged();
    for (StoreKey key : new StoreKey[] {RECORD, Entries.contentKey(bytes)}) {
      store.put(key, bytes);
      open.spoil(
          key,
          stored -> {
            int bit = where % (stored.length * 8);
            stored[bit / 8] ^= (byte) (1 << bit % 8);
            return stored;
          });
      assertThat(store.get(key)).isEmpty();
      store.put(key, bytes);
      assertThat(store.get(key)).hasValue(bytes);
    }
    assertThat(store.counts().damaged()).isEqualTo(before + 2);
  }

  @Property(tries = 100)
  void aTruncatedOrLongerEntryIsAMiss(
      @ForAll @Size(min = 1, max = 40) byte[] bytes, @ForAll @IntRange(max = 200) int length) {
    for (StoreKey key : new StoreKey[] {RECORD, Entries.contentKey(bytes)}) {
      store.put(key, bytes);
      int stored = open.entries.get(key).length;
      open.spoil(key, all -> Arrays.copyOf(all, length == stored ? 0 : length));
      assertThat(store.get(key)).isEmpty();
    }
  }

  @Example
  void aRecordIsRightUnderItsOwnKeyOnly() {
    store.put(RECORD, new byte[] {1});
    StoreKey other = Entries.recordKey(2);
    open.entries.put(other, open.entries.get(RECORD));
    assertThat(store.get(other)).isEmpty();
    assertThat(store.get(RECORD)).isPresent();
  }

  @Example
  void hitsMissesAndBytesAreCounted() {
    store.put(RECORD, new byte[10]);
    store.get(RECORD);
    store.get(Entries.recordKey(2));
    assertThat(store.counts()).isEqualTo(new CheckedStore.Counts(1, 1, 0, 1, 10, 10));
  }

  @Example
  void aStoreThatThrowsIsAMissAndATrouble() {
    CheckedStore checked =
        new CheckedStore(
            new Store() {
              @Override
              public Optional<byte[]> get(StoreKey key) {
                throw new IllegalStateException("no");
              }

              @Override
              public void put(StoreKey key, byte[] bytes) {
                throw new AssertionError("no");
              }

              @Override
              public void flush() {
                throw new NoClassDefFoundError("no");
              }

              @Override
              public Optional<String> trouble() {
                throw new IllegalStateException("no");
              }
            });
    assertThat(checked.get(RECORD)).isEmpty();
    checked.put(RECORD, new byte[1]);
    checked.flush();
    assertThat(checked.trouble())
        .hasValue("the store failed when reading: java.lang.IllegalStateException: no");
  }

  @Example
  @SuppressWarnings({"NullAway", "OptionalAssignedToNull"}) // what users may do
  void aStoreThatAnswersNullIsAMissAndATrouble() {
    CheckedStore checked =
        new CheckedStore(
            new Store() {
              @Override
              public Optional<byte[]> get(StoreKey key) {
                return null;
              }

              @Override
              public void put(StoreKey key, byte[] bytes) {}
            });
    assertThat(checked.get(RECORD)).isEmpty();
    assertThat(checked.trouble()).hasValue("the store answered null when reading");
  }

  @Example
  void whatIsFarIsKeptNear() {
    OpenStore near = new OpenStore();
    OpenStore far = new OpenStore();
    new CheckedStore(far).put(RECORD, new byte[] {7});
    CheckedStore both = new CheckedStore(Store.layered(near, far));
    assertThat(both.get(RECORD)).hasValue(new byte[] {7});
    far.entries.clear();
    assertThat(both.get(RECORD)).hasValue(new byte[] {7});
    both.put(Entries.recordKey(2), new byte[] {8});
    assertThat(far.entries).containsOnlyKeys(Entries.recordKey(2));
  }

  @Example
  void damagedContentsNearAreReplacedByTheFarOnes() {
    byte[] bytes = {1, 2, 3};
    StoreKey key = Entries.contentKey(bytes);
    OpenStore near = new OpenStore();
    OpenStore far = new OpenStore();
    near.put(key, new byte[] {1, 2});
    far.put(key, bytes);
    CheckedStore both = new CheckedStore(Store.layered(near, far));
    assertThat(both.get(key)).hasValue(bytes);
    assertThat(near.entries.get(key)).isEqualTo(bytes);
    assertThat(both.counts().damaged()).isZero();
  }

  @Example
  void nothingIsKeptWhereNothingIsToBe() {
    CheckedStore none = new CheckedStore(Store.none());
    none.put(RECORD, new byte[1]);
    none.flush();
    assertThat(none.get(RECORD)).isEmpty();
    assertThat(none.trouble()).isEmpty();
  }
}
