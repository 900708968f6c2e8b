package org.pinklang.modules.source;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.source.ContentHash;

/**
 * What was found, or, of what another process has found, its hash. Safe for any number of threads;
 * racing ones compute equal hashes.
 */
final class Finding<T> {
  private final @Nullable T value;
  private final Function<T, ContentHash> hashing;
  private volatile @Nullable ContentHash hash;

  /**
   * Something found.
   *
   * @param hashing gives its hash, where that is wanted
   */
  Finding(T value, Function<T, ContentHash> hashing) {
    this.value = value;
    this.hashing = hashing;
  }

  /** Something of which only the hash is known. */
  Finding(ContentHash hash) {
    this.value = null;
    this.hashing = none -> hash;
    this.hash = hash;
  }

  /** Something that nobody says anything of, so that nothing is the same. */
  static <T> Finding<T> untold() {
    return new Finding<>(ContentHash.ofValue(new byte[ContentHash.BYTES]));
  }

  /** What was found; null where only its hash is known. */
  @Nullable T value() {
    return value;
  }

  ContentHash hash() {
    ContentHash known = hash;
    if (known == null) {
      known = hashing.apply(Objects.requireNonNull(value));
      hash = known;
    }
    return known;
  }

  boolean isSameAs(Finding<T> other) {
    return value != null && other.value != null
        ? Objects.deepEquals(value, other.value)
        : hash().equals(other.hash());
  }
}
