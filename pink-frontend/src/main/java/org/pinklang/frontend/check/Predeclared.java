package org.pinklang.frontend.check;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pinklang.frontend.type.Scalar;

/** The names every unit has without declaring or importing them. */
final class Predeclared {
  private static final Map<String, Entity> NAMES =
      Map.ofEntries(
          type("Nil", Scalar.NIL),
          type("Boolean", Scalar.BOOLEAN),
          type("Integer", Scalar.INTEGER64),
          type("Integer8", Scalar.INTEGER8),
          type("Integer16", Scalar.INTEGER16),
          type("Integer32", Scalar.INTEGER32),
          type("Integer64", Scalar.INTEGER64),
          type("Unsigned8", Scalar.UNSIGNED8),
          type("Unsigned16", Scalar.UNSIGNED16),
          type("Unsigned32", Scalar.UNSIGNED32),
          type("Unsigned64", Scalar.UNSIGNED64),
          type("Byte", Scalar.UNSIGNED8),
          type("Float", Scalar.FLOAT64),
          type("Float32", Scalar.FLOAT32),
          function("panic", Entity.Builtin.Name.PANIC),
          function("assert", Entity.Builtin.Name.ASSERT),
          function("size_of", Entity.Builtin.Name.SIZE_OF),
          function("align_of", Entity.Builtin.Name.ALIGN_OF));

  private Predeclared() {}

  static @Nullable Entity find(String name) {
    return NAMES.get(name);
  }

  /** All of them, in alphabetical order. */
  static Iterable<String> names() {
    return new TreeMap<>(NAMES).keySet();
  }

  private static Map.Entry<String, Entity> type(String name, Scalar scalar) {
    return Map.entry(name, new Entity.Type(scalar));
  }

  private static Map.Entry<String, Entity> function(String name, Entity.Builtin.Name builtin) {
    return Map.entry(name, new Entity.Builtin(builtin));
  }
}
