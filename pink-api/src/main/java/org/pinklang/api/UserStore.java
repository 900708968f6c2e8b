package org.pinklang.api;

import java.util.Optional;
import org.pinklang.frontend.source.ContentHash;
import org.pinklang.modules.store.Store;
import org.pinklang.modules.store.StoreKey;

/**
 * A user's store as a build uses it. Arrays are copied on both ways, because nobody but the build
 * may change what it has verified. What the user's code throws passes through.
 */
final class UserStore implements Store {
  private final org.pinklang.api.Store store;

  private UserStore(org.pinklang.api.Store store) {
    this.store = store;
  }

  /** A store as a build uses it. */
  static Store of(org.pinklang.api.Store store) {
    return store instanceof BuiltInStore own ? own.store() : new UserStore(store);
  }

  static StoreKey key(org.pinklang.api.Store.Key key) {
    ContentHash hash = ContentHash.ofHex(key.hash());
    return switch (key.kind()) {
      case RECORD -> StoreKey.action(hash);
      case CONTENT -> StoreKey.content(hash);
    };
  }

  private static org.pinklang.api.Store.Key key(StoreKey key) {
    return new org.pinklang.api.Store.Key(
        switch (key.space()) {
          case ACTION -> org.pinklang.api.Store.Kind.RECORD;
          case CONTENT -> org.pinklang.api.Store.Kind.CONTENT;
        },
        key.hash().hex());
  }

  @Override
  public Optional<byte[]> get(StoreKey key) {
    return store.get(key(key)).map(byte[]::clone);
  }

  @Override
  public void put(StoreKey key, byte[] bytes) {
    store.put(key(key), bytes.clone());
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
