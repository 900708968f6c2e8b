package org.pinklang.api;

import java.util.Optional;
import org.pinklang.modules.store.Store;

/** A store of the compiler's own, for users to use and compose. */
final class BuiltInStore implements org.pinklang.api.Store {
  private final Store store;

  BuiltInStore(Store store) {
    this.store = store;
  }

  /** The same as a build uses it. */
  Store store() {
    return store;
  }

  @Override
  public Optional<byte[]> get(Key key) {
    return store.get(UserStore.key(Arguments.present(key, "key"))).map(byte[]::clone);
  }

  @Override
  public void put(Key key, byte[] bytes) {
    store.put(
        UserStore.key(Arguments.present(key, "key")), Arguments.present(bytes, "bytes").clone());
  }

  @Override
  public void flush() {
    store.flush();
  }

  @Override
  public Optional<String> trouble() {
    return store.trouble();
  }
}
