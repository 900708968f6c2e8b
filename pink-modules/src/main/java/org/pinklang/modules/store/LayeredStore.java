package org.pinklang.modules.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pinklang.frontend.source.ContentHash;

/** A near store before a far one. */
final class LayeredStore implements Store {
  private final Store near;
  private final Store far;

  LayeredStore(Store near, Store far) {
    this.near = GuardedStore.of(near);
    this.far = GuardedStore.of(far);
  }

  @Override
  public Optional<byte[]> get(StoreKey key) {
    Optional<byte[]> kept = near.get(key).filter(bytes -> mayBeRight(key, bytes));
    if (kept.isPresent()) {
      return kept;
    }
    Optional<byte[]> fetched = far.get(key).filter(bytes -> mayBeRight(key, bytes));
    fetched.ifPresent(bytes -> near.put(key, bytes));
    return fetched;
  }

  /** Damaged contents near by must not hide the far ones. What a record is, its reader knows. */
  private static boolean mayBeRight(StoreKey key, byte[] bytes) {
    return switch (key.space()) {
      case ACTION -> true;
      case CONTENT -> ContentHash.of(bytes).equals(key.hash());
    };
  }

  @Override
  public void put(StoreKey key, byte[] bytes) {
    near.put(key, bytes);
    far.put(key, bytes);
  }

  @Override
  public void flush() {
    near.flush();
    far.flush();
  }

  @Override
  public Optional<Path> folder() {
    return near.folder().or(far::folder);
  }

  @Override
  public boolean keeps() {
    return near.keeps() || far.keeps();
  }

  @Override
  public Optional<String> trouble() {
    String both =
        Stream.of(near.trouble(), far.trouble())
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return Optional.of(both).filter(text -> !text.isEmpty());
  }
}
