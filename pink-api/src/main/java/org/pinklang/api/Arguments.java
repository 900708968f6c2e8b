package org.pinklang.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Checks what users pass in, naming what is wrong. */
final class Arguments {

  private Arguments() {}

  /** The value, which must not be null. */
  static <T> T present(T value, String name) {
    return Objects.requireNonNull(value, () -> "`" + name + "` must not be null");
  }

  /** A copy of the values, none of which may be null. */
  static <T> List<T> allPresent(Collection<? extends T> values, String name) {
    List<T> copy = new ArrayList<>(present(values, name).size());
    for (T value : values) {
      copy.add(
          Objects.requireNonNull(
              value, () -> "`" + name + "[" + copy.size() + "]` must not be null"));
    }
    return List.copyOf(copy);
  }
}
