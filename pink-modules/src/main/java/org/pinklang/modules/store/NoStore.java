package org.pinklang.modules.store;

import java.util.Optional;

/** Keeps nothing. */
enum NoStore implements Store {
  INSTANCE;

  @Override
  public Optional<byte[]> get(StoreKey key) {
    return Optional.empty();
  }

  @Override
  public void put(StoreKey key, byte[] bytes) {}

  @Override
  public boolean keeps() {
    return false;
  }
}
