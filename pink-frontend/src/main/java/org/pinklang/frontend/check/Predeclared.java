package org.pinklang.frontend.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.Scalar;

/** The names every unit has without declaring or importing them. */
final class Predeclared {
  private static final Map<String, Entity> NAMES = all();

  private Predeclared() {}

  private static Map<String, Entity> all() {
    Map<String, Entity> all = new HashMap<>();
    for (String type : Scalar.names()) {
      all.put(type, new Entity.Type(Objects.requireNonNull(Scalar.named(type))));
    }
    all.put("panic", new Entity.Builtin(Entity.Builtin.Name.PANIC));
    all.put("assert", new Entity.Builtin(Entity.Builtin.Name.ASSERT));
    all.put("size_of", new Entity.Builtin(Entity.Builtin.Name.SIZE_OF));
    all.put("align_of", new Entity.Builtin(Entity.Builtin.Name.ALIGN_OF));
    return Map.copyOf(all);
  }

  static @Nullable Entity find(String name) {
    return NAMES.get(name);
  }

  /** All of them, in alphabetical order. */
  static Iterable<String> names() {
    return new TreeSet<>(NAMES.keySet());
  }
}
