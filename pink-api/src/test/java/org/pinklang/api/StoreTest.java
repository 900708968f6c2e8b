package org.pinklang.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.store.CheckedStore;
import org.pinklang.modules.store.StoreKey;

class StoreTest {
  private static final byte[] BYTES = {1, 2, 3};
  private static final String HASH =
      "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";
  private static final Store.Key CONTENT = new Store.Key(Store.Kind.CONTENT, HASH);
  private static final Store.Key RECORD = new Store.Key(Store.Kind.RECORD, HASH);

  @TempDir Path folder;

  /** A store as a user may write it: everything in a map. */
  private static final class MapStore implements Store {
    final Map<Key, byte[]> entries = new HashMap<>();
    final List<String> calls = new ArrayList<>();

    @Override
    public Optional<byte[]> get(Key key) {
      calls.add("get " + key);
      return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void put(Key key, byte[] bytes) {
      calls.add("put " + key);
      entries.put(key, bytes);
    }

    @Override
    public void flush() {
      calls.add("flush");
    }
  }

  @Test
  void whatIsPutIsGot() {
    for (Store store :
        List.of(
            Store.inMemory(10),
            Store.directory(folder, 10),
            Store.layered(Store.none(), Store.inMemory(10)))) {
      assertThat(store.get(RECORD)).isEmpty();
      store.put(CONTENT, BYTES);
      store.put(RECORD, new byte[] {4});
      store.flush();
      assertThat(store.get(CONTENT)).hasValue(BYTES);
      assertThat(store.get(RECORD)).hasValue(new byte[] {4});
      assertThat(store.trouble()).isEmpty();
    }
    Store none = Store.none();
    none.put(RECORD, BYTES);
    assertThat(none.get(RECORD)).isEmpty();
  }

  @Test
  void arraysAreNotShared() {
    Store store = Store.inMemory(10);
    byte[] bytes = BYTES.clone();
    store.put(RECORD, bytes);
    bytes[0] = 9;
    store.get(RECORD).orElseThrow()[1] = 9;
    assertThat(store.get(RECORD)).hasValue(BYTES);
  }

  @Test
  void aBuildUsesAUsersStoreByKeyAndTrustsItForNothing() {
    MapStore map = new MapStore();
    CheckedStore build = new CheckedStore(UserStore.of(map));
    StoreKey content = StoreKey.content(ContentHash.of(BYTES));
    StoreKey record = StoreKey.action(ContentHash.of(BYTES));
    build.put(content, BYTES);
    build.put(record, BYTES);
    build.flush();
    assertThat(build.get(record)).hasValue(BYTES);
    assertThat(map.calls)
        .containsExactly("put cas/" + HASH, "put ac/" + HASH, "flush", "get ac/" + HASH);
    map.entries.get(CONTENT)[0] = 7;
    assertThat(build.get(content)).isEmpty();
    assertThat(BYTES[0]).isEqualTo((byte) 1);
    map.entries.put(CONTENT, BYTES.clone());
    map.entries.put(RECORD, BYTES.clone());
    assertThat(build.get(content)).hasValue(BYTES);
    assertThat(build.get(record)).isEmpty();
  }

  @Test
  void usersStoresCanBeLayered() {
    MapStore near = new MapStore();
    MapStore far = new MapStore();
    Store both = Store.layered(near, far);
    far.put(RECORD, BYTES);
    assertThat(both.get(RECORD)).hasValue(BYTES);
    assertThat(near.entries).containsOnlyKeys(RECORD);
    Store failing =
        Store.layered(
            new Store() {
              @Override
              public Optional<byte[]> get(Key key) {
                throw new IllegalStateException("broken");
              }

              @Override
              public void put(Key key, byte[] bytes) {
                throw new IllegalStateException("broken");
              }
            },
            far);
    assertThat(failing.get(RECORD)).hasValue(BYTES);
    assertThat(failing.trouble())
        .hasValueSatisfying(text -> assertThat(text).contains("IllegalStateException: broken"));
  }

  @Test
  void aWrongArgumentIsNamed() {
    assertThatThrownBy(() -> Store.inMemory(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`maxBytes`");
    assertThatThrownBy(() -> Store.directory(folder, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`maxBytes`");
    assertThatThrownBy(() -> Store.http(URI.create("file:///x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("http");
    assertThatThrownBy(() -> new Store.Key(Store.Kind.RECORD, HASH.toUpperCase(Locale.ROOT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`hash`");
  }

  @Test
  void aKeyIsWrittenAsRemoteCachesDo() {
    assertThat(CONTENT).hasToString("cas/" + HASH);
    assertThat(RECORD.path()).isEqualTo("ac/" + HASH);
  }
}
