package org.pinklang.modules.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store of a user, which may throw and return null: a miss, and a trouble to tell. */
final class GuardedStore implements Store {
  private final Store store;
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

  private GuardedStore(Store store) {
    this.store = store;
  }

  /** The store, guarded unless it is known to behave. */
  static Store of(Store store) {
    return store instanceof GuardedStore
            || store instanceof NoStore
            || store instanceof MemoryStore
            || store instanceof LayeredStore
        ? store
        : new GuardedStore(store);
  }

  @Override
  public Optional<byte[]> get(StoreKey key) {
    return this.<Optional<byte[]>>attempt("reading", () -> store.get(key), Optional.empty());
  }

  @Override
  public void put(StoreKey key, byte[] bytes) {
    attempt(
        "writing",
        () -> {
          store.put(key, bytes);
          return Optional.empty();
        },
        Optional.empty());
  }

  @Override
  public void flush() {
    attempt(
        "flushing",
        () -> {
          store.flush();
          return Optional.empty();
        },
        Optional.empty());
  }

  @Override
  public boolean verifies() {
    return store.verifies();
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
  public Optional<String> trouble() {
    Optional<String> own =
        this.<Optional<String>>attempt("asking for its trouble", store::trouble, Optional.empty());
    return own.or(() -> Optional.ofNullable(failure.get()));
  }

  /** What the store answers; another answer where it does not behave. */
  private <T> T attempt(String doing, Supplier<? extends @Nullable T> action, T otherwise) {
    try {
      T answer = action.get();
      if (answer != null) {
        return answer;
      }
      failure.compareAndSet(null, "the store answered null when " + doing);
    } catch (Exception | LinkageError | AssertionError e) {
      // Also checked exceptions: code of other languages throws them anywhere.
      failure.compareAndSet(null, "the store failed when " + doing + ": " + e);
    }
    return otherwise;
  }
}
