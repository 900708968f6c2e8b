package org.pinklang.frontend.check;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.Scalar;

/** The names every unit has without declaring or importing them. */
final class Predeclared {
  private static final Map<String, Entity> NAMES = new TreeMap<>();

  static {
    for (String type : Scalar.names()) {
      NAMES.put(type, new Entity.Type(Objects.requireNonNull(Scalar.named(type))));
    }
    NAMES.put("panic", new Entity.Builtin(Entity.Builtin.Name.PANIC));
    NAMES.put("assert", new Entity.Builtin(Entity.Builtin.Name.ASSERT));
    NAMES.put("size_of", new Entity.Builtin(Entity.Builtin.Name.SIZE_OF));
    NAMES.put("align_of", new Entity.Builtin(Entity.Builtin.Name.ALIGN_OF));
  }

  private Predeclared() {}

  static @Nullable Entity find(String name) {
    return NAMES.get(name);
  }

  /** All of them, in alphabetical order. */
  static Iterable<String> names() {
    return Collections.unmodifiableSet(NAMES.keySet());
  }
}
